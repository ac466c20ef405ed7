using Acceptance.Cloud.Twin.Personas.Shell;

namespace Acceptance.Cloud.Twin.Personas.Host;

/// <summary>
/// helm on the magnum unit, where the tarball's install puts it; the link in /usr/bin is what the daemon finds
/// (DOCFIX-035).
/// </summary>
internal sealed class HelmPersona : Persona
{
    public override IReadOnlyList<string> Names { get; } = ["helm"];

    public override HostKind On => HostKind.Container;

    public override string Folder => "/usr/local/bin";

    public override bool IsOn(ShellHost host) =>
        host.Machine?.Units.Any(unit => unit.Application.Charm.CharmName == "magnum") ?? false;

    public override Task<int> Run(PersonaCall call)
    {
        if (call.Argv.FirstOrDefault() != "version")
            throw new NotEmulatedException($"helm {string.Join(' ', call.Argv)}");
        call.Out(
            call.Argv.Contains("--short")
                ? "v3.18.4+gd80839c\n"
                : "version.BuildInfo{Version:\"v3.18.4\", "
                    + "GitCommit:\"d80839cf37d860c8aa9a0503fe463278f26cd5e2\", GitTreeState:\"clean\", "
                    + "GoVersion:\"go1.24.4\"}\n"
        );
        return Task.FromResult(0);
    }
}
