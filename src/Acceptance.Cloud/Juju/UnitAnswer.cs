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
    ];

    /// <summary>
    /// What kept the unit's shell from asking at all (a program that is missing, a sudo that refuses), in the shell's
    /// words; null where the question was put. Nothing is known then of what was to be asked.
    /// </summary>
    public string? Hindered =>
        Stderr
            .Split('\n', StringSplitOptions.TrimEntries)
            .FirstOrDefault(line => Hindrances.Any(word => line.Contains(word, StringComparison.Ordinal)));
}
