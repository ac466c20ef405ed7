using Acceptance.Cloud.Shells;
using Acceptance.Cloud.Twin.Personas.Shell;

namespace Acceptance.Cloud.Twin.Personas.Ssh;

/// <summary>scp of one file between the jumphost and the management VM.</summary>
internal sealed class ScpPersona : Persona
{
    public override IReadOnlyList<string> Names { get; } = ["scp"];

    public override HostKind On => HostKind.Jumphost;

    public override async Task<int> Run(PersonaCall call)
    {
        var arguments = Arguments.Parse(
            call.Argv,
            ["-i", "-o", "-P", "-F", "-l", "-c", "-S", "-J"],
            ["-q", "-p", "-B", "-C", "-v", "-4", "-6"]
        );
        if (arguments.Unknown is not null || arguments.Operands.Count != 2)
            throw new NotEmulatedException("scp of anything but one file");
        var ends = arguments.Operands.Select(End).ToArray();
        if (ends.Count(end => end.Host is not null) != 1)
            throw new NotEmulatedException("scp that does not go to or from one other host");
        var route = SshPersona.Route(call, ends.First(end => end.Host is not null).Host!);
        if (route.Refusal is { } refusal)
            return await SshPersona.Unreachable(call, $"{refusal}\r\nlost connection", route.After);
        call.Shells.Open(route.Host!);
        var (from, to) = (Real(call, route.Host!, ends[0]), Real(call, route.Host!, ends[1]));
        var copied = (await call.Collect([Copy(from, to, ends[0].Path, ends[1].Path)]))[0];
        call.Err(copied.Stderr);
        return copied.Exit;
    }

    /// <summary>The persona copies by itself: what its caller may not read or write it may not either.</summary>
    private static string Copy(string from, string to, string named, string wanted) =>
        $"(from={ShellQuoting.Quote(from)} to={ShellQuoting.Quote(to)}\n"
        + $"[[ -f $from ]] || {{ {Says($"scp: {named}: No such file or directory")}; exit 1; }}\n"
        + "[[ -d $to ]] && to=${to%/}/${from##*/}\n"
        + $"[[ -d ${{to%/*}} ]] || {{ {Says($"scp: dest open \"{wanted}\": No such file or directory")}; exit 1; }}\n"
        + $"{PersonaScript.Find("cp")} -- \"$from\" \"$to\" 2>/dev/null || "
        + $"{{ {Says($"scp: dest open \"{wanted}\": Permission denied")}; exit 1; }})";

    private static string Says(string sentence) => $"printf '%s\\n' {ShellQuoting.Quote(sentence)} >&2";

    /// <summary>"ubuntu@ADDRESS:path", or a path here.</summary>
    private static (string? Host, string Path) End(string operand)
    {
        var colon = operand.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || operand.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash && slash < colon
            ? (null, operand)
            : (operand[..colon].Split('@')[^1], operand[(colon + 1)..]);
    }

    private static string Real(PersonaCall call, ShellHost other, (string? Host, string Path) end)
    {
        if (end.Host is null)
            return Path.Combine(call.Cwd, end.Path);
        var path = end.Path.StartsWith("~/", StringComparison.Ordinal) ? end.Path[2..] : end.Path;
        var real = Path.GetFullPath(path.StartsWith('/') ? other.Root + path : $"{other.Root}/home/ubuntu/{path}");
        return real.StartsWith(other.Root + "/", StringComparison.Ordinal)
            ? real
            : throw new NotEmulatedException($"scp to {end.Path}");
    }
}
