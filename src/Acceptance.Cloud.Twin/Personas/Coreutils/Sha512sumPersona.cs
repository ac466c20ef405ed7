using System.Text;
using Acceptance.Cloud.Shells;
using Acceptance.Cloud.Twin.Personas.Shell;

namespace Acceptance.Cloud.Twin.Personas.Coreutils;

/// <summary>
/// sha512sum: the machine's own program; of the kube image, which is large only in name, it says what the publisher's
/// manifest says. Half of one is another file.
/// </summary>
internal sealed class Sha512sumPersona : Persona
{
    public override IReadOnlyList<string> Names { get; } = ["sha512sum"];

    public override HostKind On => HostKind.Jumphost;

    public override async Task<int> Run(PersonaCall call)
    {
        if (call.Argv.Any(word => word is "-c" or "--check"))
            throw new NotEmulatedException("sha512sum --check");
        var script = new StringBuilder($"exec {PersonaScript.Find("sha512sum")}");
        foreach (var word in call.Argv)
            script.Append(' ').Append(ShellQuoting.Quote(word));
        if (!call.Argv.Any(word => !word.StartsWith('-')))
            return await call.Become(script.ToString());
        var summed = (await call.Collect([$"cd {ShellQuoting.Quote(call.Cwd)} && {script}"]))[0];
        call.Out(
            Encoding
                .UTF8.GetString(summed.Stdout)
                .Replace(call.World.ImageCdn.Sha512, call.World.Plan.ImageSha512, StringComparison.Ordinal)
        );
        call.Err(summed.Stderr);
        return summed.Exit;
    }
}
