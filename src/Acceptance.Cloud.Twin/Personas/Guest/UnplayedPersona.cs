using Acceptance.Cloud.Twin.Personas.Shell;

namespace Acceptance.Cloud.Twin.Personas.Guest;

/// <summary>
/// Programs that stand on a host and that the twin does not play: that they are there must not read as
/// "command not found".
/// </summary>
internal sealed class UnplayedPersona(HostKind on, string where, params string[] names) : Persona
{
    public override IReadOnlyList<string> Names { get; } = names;

    public override HostKind On => on;

    public override Task<int> Run(PersonaCall call) => throw new NotEmulatedException($"{call.Program} on {where}");
}
