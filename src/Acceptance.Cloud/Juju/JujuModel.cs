namespace Acceptance.Cloud.Juju;

/// <summary>
/// A model as `juju status --format=json` shows it (FACTS 8.1): machines with their containers, applications, units
/// with subordinates.
/// </summary>
public sealed record JujuModel(
    string Controller,
    string Name,
    IReadOnlyList<JujuMachine> Machines,
    IReadOnlyList<JujuApplication> Applications,
    IReadOnlyList<JujuUnit> Units
)
{
    /// <summary>
    /// The earliest moment that anything of it bears: the deploy is not younger. None of the moments is the deploy's
    /// own: the model's is new after a renewed credential, a machine's after a restart. Null when juju printed none.
    /// </summary>
    public DateTimeOffset? Traced { get; init; }

    /// <summary>What juju says of the model itself; unsaid when it printed nothing.</summary>
    public State<ModelStatus> Status { get; init; }

    /// <summary>Since when it is so; null when juju printed no moment.</summary>
    public DateTimeOffset? StatusSince { get; init; }

    /// <summary>Why it is as it is, in juju's words; empty when there is nothing to say.</summary>
    public string StatusMessage { get; init; } = "";
}
