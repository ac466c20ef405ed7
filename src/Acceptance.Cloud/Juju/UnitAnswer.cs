namespace Acceptance.Cloud.Juju;

/// <summary>What a command printed on one unit, and its exit code.</summary>
public sealed record UnitAnswer(string Unit, int Exit, string Stdout, string Stderr)
{
    private static readonly string[] Hindrances =
    [
        ": command not found",
        ": not found",
        "sudo: a password is required",
        "sudo: a terminal is required",
        "is not in the sudoers file",
        "is not allowed to execute",
        "sudo: no tty present",
        ": cannot execute",
        "No module named",
    ];

    // Said beside an answer, and no reason of anything.
    private static readonly string[] Beside = ["sudo: unable to resolve host", "warning: setlocale:"];

    /// <summary>Its standard error without what sudo and bash say whatever they run.</summary>
    public string Complaint =>
        string.Join(
            '\n',
            Stderr
                .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Where(line => !Beside.Any(word => line.Contains(word, StringComparison.Ordinal)))
        );

    /// <summary>
    /// What kept the unit's shell from asking at all (a program that is missing, a sudo that refuses), in the shell's
    /// words; null where the question was put. Nothing is known then of what was to be asked.
    /// </summary>
    public string? Hindered =>
        Stderr
            .Split('\n', StringSplitOptions.TrimEntries)
            .FirstOrDefault(line =>
                Hindrances.Any(word => line.Contains(word, StringComparison.Ordinal)) || IsOfTheShell(line)
            );

    // The shell's own word on a program; what a program says of a file is an answer.
    private static bool IsOfTheShell(string line) =>
        (line.StartsWith("bash: ", StringComparison.Ordinal) || line.StartsWith("sh: ", StringComparison.Ordinal))
        && line.EndsWith(": Permission denied", StringComparison.Ordinal);
}
