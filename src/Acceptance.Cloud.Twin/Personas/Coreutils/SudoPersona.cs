using Acceptance.Cloud.Shells;
using Acceptance.Cloud.Twin.Personas.Shell;

namespace Acceptance.Cloud.Twin.Personas.Coreutils;

/// <summary>
/// sudo: never elevates. Inside the twin its command counts as root's; on the jumphost its absolute paths are mapped
/// into the twin's own root first; a command that would write outside of it is refused.
/// </summary>
internal sealed class SudoPersona : Persona
{
    public override IReadOnlyList<string> Names { get; } = ["sudo"];

    public override HostKind On => HostKind.Any;

    public override async Task<int> Run(PersonaCall call)
    {
        var argv = Command(call.Argv, out var user);
        if (argv.Count == 0)
            return call.Argv.Any(option => option is "-v" or "-k" or "-n" or "-l")
                ? 0
                : call.Fail(1, "usage: sudo -h | -K | -k | -V");
        string[] mapped = [.. argv.Select(argument => PathMapping.ToRoot(argument, call.Host))];
        if (OutOfBounds.WritesTo(string.Join(' ', mapped), call.Host) is { } outside)
            return call.Fail(
                64,
                $"sudo: not emulated: {outside} lies outside of the twin, "
                    + $"and `{string.Join(' ', argv)}` would write there"
            );
        if (await ScriptOutside(call, mapped) is { } inScript)
            return call.Fail(64, $"sudo: not emulated: {inScript}");
        if (!argv.SequenceEqual(mapped))
            Materialise(call);
        if (await call.RunScript($"command -v -- {ShellQuoting.Quote(mapped[0])} >/dev/null", StdinUse.Null) != 0)
            return call.Fail(1, $"sudo: {argv[0]}: command not found");
        var words = string.Join(' ', mapped.Select(ShellQuoting.Quote));
        return await call.Become($"export TWIN_SUDO=1 USER={ShellQuoting.Quote(user)}; exec {words}");
    }

    private static void Materialise(PersonaCall call)
    {
        lock (call.World.Gate)
            call.Host.Files.Materialise(call.Host.Root);
    }

    /// <summary>A script that root would run: what its text redirects must stay in the twin too.</summary>
    private static async Task<string?> ScriptOutside(PersonaCall call, string[] argv)
    {
        if (call.Host.Kind != HostKind.Jumphost || Path.GetFileName(argv[0]) is not ("bash" or "sh"))
            return null;
        string[] words = [.. argv.Skip(1).Where(word => word.Length > 0 && !word.StartsWith('-'))];
        string[] paths = [.. words.Select(word => Path.GetFullPath(word, call.Cwd))];
        foreach (var (file, found) in paths.Zip(await call.Read(paths)).Where(pair => pair.Second.IsFile))
        {
            if (OutOfBounds.RedirectsTo(found.Text, call.Host, call.World.Jumphost.Home) is { } outside)
                return $"{outside} lies outside of the twin, and {file} would write there";
        }

        return null;
    }

    private static IReadOnlyList<string> Command(IReadOnlyList<string> argv, out string user)
    {
        user = "root";
        for (var i = 0; i < argv.Count; i++)
        {
            if (argv[i] == "--")
                return [.. argv.Skip(i + 1)];
            if (argv[i] is "-u" or "-g")
                user = argv[Math.Min(++i, argv.Count - 1)];
            else if (argv[i].Contains('=', StringComparison.Ordinal) && !argv[i].StartsWith('-'))
                return ["env", .. argv.Skip(i)];
            else if (!argv[i].StartsWith('-'))
                return [.. argv.Skip(i)];
        }

        return [];
    }
}
