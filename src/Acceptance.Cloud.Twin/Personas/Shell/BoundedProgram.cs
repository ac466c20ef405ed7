using System.Text;
using System.Text.RegularExpressions;
using Acceptance.Cloud.Shells;

namespace Acceptance.Cloud.Twin.Personas.Shell;

/// <summary>
/// The machine's own program, held to the twin: what it would write or destroy under a folder of the jumphost it does
/// in the twin's own root, as root only; what it would do to the machine's programs, devices or kernel files is
/// refused. What it reads it reads where it is.
/// </summary>
internal static partial class BoundedProgram
{
    private const int NotEmulated = 64;

    public static async Task<int> Become(PersonaCall call)
    {
        string[] words = [.. call.Argv];
        var folders = new StringBuilder();
        foreach (var at in Written(call.Program, words))
        {
            var (option, operand) = Parts(words[at]);
            var path = Path.GetFullPath(operand, call.Cwd);
            if (IsOwn(call, path))
                continue;
            if (Machine().IsMatch(path))
                return call.Fail(
                    NotEmulated,
                    $"{call.Program}: not emulated: {operand} lies outside of the twin, "
                        + $"and `{call.Program} {string.Join(' ', call.Argv)}` would write there"
                );
            if (!OfHost().IsMatch(path))
                continue;
            if (!call.Elevated)
                return call.Fail(1, $"{call.Program}: cannot {Verb(call.Program)} '{operand}': Permission denied");
            words[at] = option + call.Host.Root + path;
            if (Path.GetDirectoryName(call.Host.Root + path) is { } folder)
                folders.Append(' ').Append(ShellQuoting.Quote(folder));
        }

        var script = new StringBuilder();
        if (folders.Length > 0)
            script.Append(PersonaScript.Find("mkdir")).Append(" -p --").Append(folders).Append(" && ");
        script.Append("exec ").Append(PersonaScript.Find(call.Program));
        foreach (var word in words)
            script.Append(' ').Append(ShellQuoting.Quote(word));
        return await call.Become(script.ToString());
    }

    /// <summary>Which words name what is written.</summary>
    private static IEnumerable<int> Written(string program, string[] words)
    {
        var ended = Array.IndexOf(words, "--");
        int[] operands =
        [
            .. Enumerable
                .Range(0, words.Length)
                .Where(at =>
                    words[at].Length > 0 && at != ended && (!words[at].StartsWith('-') || (ended >= 0 && at > ended))
                ),
        ];
        if (program == "dd")
            return operands.Where(at => words[at].StartsWith("of=", StringComparison.Ordinal));
        if (program is not ("cp" or "ln" or "install"))
            return operands;
        var target = Array.FindIndex(words, word => word is "-t" or "--target-directory");
        if (target >= 0 && target + 1 < words.Length)
            return [target + 1];
        var named = Array.FindIndex(words, word => word.StartsWith("--target-directory=", StringComparison.Ordinal));
        return named >= 0 ? [named] : operands.TakeLast(1);
    }

    private static (string Option, string Operand) Parts(string word) =>
        word.StartsWith("of=", StringComparison.Ordinal) ? ("of=", word[3..])
        : word.StartsWith("--target-directory=", StringComparison.Ordinal) ? (word[..19], word[19..])
        : ("", word);

    private static bool IsOwn(PersonaCall call, string path) =>
        Under(path, call.World.Jumphost.Home)
        || Under(path, call.Host.Root)
        || Temporary().IsMatch(path)
        || (call.Env.GetValueOrDefault("ACCEPTANCE_HERE") is { Length: > 1 } here && Under(path, here));

    private static bool Under(string path, string folder) =>
        folder.Length > 1 && (path + "/").StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal);

    private static string Verb(string program) =>
        program switch
        {
            "rm" or "rmdir" => "remove",
            "mkdir" => "create directory",
            "touch" => "touch",
            "mv" or "cp" or "ln" => "move or write",
            _ => "write",
        };

    [GeneratedRegex(
        "^/(?:tmp|var/tmp)/|^/dev/(?:null|zero|full|tty|std(?:in|out|err)|fd/.*|shm/.*)$",
        RegexOptions.None,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex Temporary();

    /// <summary>The machine itself: nothing of the twin stands for it.</summary>
    [GeneratedRegex(
        "^/(?:$|(?:usr(?!/local)|bin|sbin|lib|lib32|lib64|boot|dev|proc|sys)(?:/|$))|^/(?:etc|var|home|root|opt|srv|run|usr)$",
        RegexOptions.None,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex Machine();

    [GeneratedRegex(
        "^/(?:etc|var|run|home|root|opt|srv|snap|mnt|media|usr/local)/",
        RegexOptions.None,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex OfHost();
}
