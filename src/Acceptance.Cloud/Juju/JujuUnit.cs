namespace Acceptance.Cloud.Juju;

/// <summary>A unit, principal or subordinate, flat.</summary>
/// <param name="Workload">active, blocked, waiting, maintenance, error, unknown, terminated; empty when juju printed none.</param>
/// <param name="Agent">idle, executing, allocating, lost, failed; empty when juju printed none.</param>
/// <param name="Principal">The unit it lives in; null for a principal.</param>
public sealed record JujuUnit(
    string Name,
    string Application,
    string Workload,
    string Agent,
    string Message,
    bool Leader,
    string Machine,
    string PublicAddress,
    string? Principal,
    DateTimeOffset? Since
);
