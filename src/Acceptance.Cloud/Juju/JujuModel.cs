namespace Acceptance.Cloud.Juju;

/// <summary>A model as `juju status --format=json` shows it (FACTS 8.1): machines with their containers, applications, units with subordinates.</summary>
public sealed record JujuModel(
    string Controller,
    string Name,
    IReadOnlyList<JujuMachine> Machines,
    IReadOnlyList<JujuApplication> Applications,
    IReadOnlyList<JujuUnit> Units);
