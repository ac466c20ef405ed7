using Acceptance.Cloud.Permits;

namespace Acceptance.Decisions.Permits;

/// <summary>The command that a program carries elsewhere: over ssh, to a unit, to root.</summary>
internal static class Carried
{
    /// <summary>A session takes its commands from whoever types: no listed read.</summary>
    private const string Session = "session";

    private static readonly string[] SshValued = ["-i", "-o", "-p", "-l", "-F", "-J"];

    private static readonly string[] SshFlags =
    [
        "-n",
        "-q",
        "-T",
        "-t",
        "-tt",
        "-A",
        "-a",
        "-4",
        "-6",
        "-v",
        "-x",
        "-C",
    ];

    private static readonly string[] JujuValued =
    [
        "-m",
        "--model",
        "-u",
        "--unit",
        "-a",
        "--app",
        "--application",
        "--machine",
        "--format",
        "-o",
        "--output",
        "--wait",
        "--proxy",
    ];

    private static readonly string[] SudoValued =
    [
        "-u",
        "--user",
        "-g",
        "--group",
        "-p",
        "--prompt",
        "-h",
        "--host",
        "-C",
        "-T",
        "-R",
        "-D",
    ];

    /// <summary>
    /// `juju ssh` and `juju exec`: what stands behind the separator; without one, behind the options (and, for ssh,
    /// the unit).
    /// </summary>
    public static string ByJuju(IReadOnlyList<string> words)
    {
        var separator = words.ToList().IndexOf("--");
        if (separator >= 0)
            return Joined(words.Skip(separator + 1));
        var verb = AfterOptions(words, 0);
        var first = AfterOptions(words, verb + 1);
        return Joined(words.Skip(verb < words.Count && words[verb] == "ssh" ? first + 1 : first));
    }

    /// <summary>
    /// `ssh HOST command`; an unknown option may take the host for its value, and some run a program here.
    /// </summary>
    public static string BySsh(IReadOnlyList<string> words)
    {
        var index = 0;
        while (index < words.Count && words[index].StartsWith('-'))
        {
            if (
                words[index] == "-o"
                && words.ElementAtOrDefault(index + 1)?.Contains("Command", StringComparison.OrdinalIgnoreCase) == true
            )
                return Session;
            if (!SshValued.Contains(words[index]) && !SshFlags.Contains(words[index]))
                return Session;
            index += SshValued.Contains(words[index]) ? 2 : 1;
        }

        return Joined(words.Skip(index + 1));
    }

    /// <summary>`sudo [options] program ...`; empty for a root shell.</summary>
    public static IReadOnlyList<string> BySudo(IReadOnlyList<string> words)
    {
        var index = 0;
        while (index < words.Count && words[index].StartsWith('-'))
            index += SudoValued.Contains(words[index]) ? 2 : 1;
        return [.. words.Skip(index)];
    }

    private static int AfterOptions(IReadOnlyList<string> words, int from)
    {
        while (from < words.Count && words[from].StartsWith('-'))
            from += JujuValued.Contains(words[from]) ? 2 : 1;
        return from;
    }

    private static string Joined(IEnumerable<string> words) =>
        string.Join(' ', words) is { Length: > 0 } command ? command : Session;
}
