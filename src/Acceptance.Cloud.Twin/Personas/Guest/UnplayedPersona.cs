using Acceptance.Cloud.Twin.Personas.Shell;

namespace Acceptance.Cloud.Twin.Personas.Guest;

/// <summary>What phase-06 left on the management VM and the twin does not play: that it is there must not read as "command not found".</summary>
internal sealed class UnplayedPersona : Persona
{
    public override IReadOnlyList<string> Names { get; } = ["snap", "helm", "clusterctl"];

    public override HostKind On => HostKind.Guest;

    public override Task<int> Run(PersonaCall call) =>
        throw new NotEmulatedException($"{call.Program} on the management VM");
}
