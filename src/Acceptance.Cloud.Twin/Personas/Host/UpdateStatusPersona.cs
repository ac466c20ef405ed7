using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.Personas.Host;

/// <summary>
/// hooks/update-status in a charm's folder: the unit looks at itself now instead of within five minutes.
/// </summary>
internal sealed class UpdateStatusPersona : Persona
{
    public override IReadOnlyList<string> Names { get; } = ["update-status", "config-changed"];

    public override HostKind On => HostKind.Juju;

    public override Task<int> Run(PersonaCall call)
    {
        var unit = call.Env.GetValueOrDefault("TWIN_UNIT") ?? "";
        lock (call.World.Gate)
        {
            if (call.Program == "config-changed" && call.World.Juju.FindUnit(unit) is { } configured)
                ConfigChanged.Run(call.World.Plan, configured);
            else
                call.World.Juju.UpdateStatus(unit.Length > 0 ? unit.Split('/')[0] : null);
        }

        return Task.FromResult(0);
    }
}
