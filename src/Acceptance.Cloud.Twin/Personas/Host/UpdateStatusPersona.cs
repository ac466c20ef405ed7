using Acceptance.Cloud.Twin.Personas.Shell;

namespace Acceptance.Cloud.Twin.Personas.Host;

/// <summary>
/// hooks/update-status in a charm's folder: the unit looks at itself now instead of within five minutes.
/// </summary>
internal sealed class UpdateStatusPersona : Persona
{
    public override IReadOnlyList<string> Names { get; } = ["update-status"];

    public override HostKind On => HostKind.Juju;

    public override Task<int> Run(PersonaCall call)
    {
        lock (call.World.Gate)
            call.World.Juju.UpdateStatus(call.Env.GetValueOrDefault("TWIN_UNIT")?.Split('/')[0]);
        return Task.FromResult(0);
    }
}
