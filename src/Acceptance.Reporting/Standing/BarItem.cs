namespace Acceptance.Reporting.Standing;

/// <summary>An item of the bar: its id in the runbook and what it asks, in a few words.</summary>
public sealed record BarItem(string Id, string Asks)
{
    /// <summary>D-011, then phase-08 in its order. Step 8.4 is D-011 itself.</summary>
    public static IReadOnlyList<BarItem> All { get; } =
    [
        new("D-011.1", "every charm is at rest"),
        new("D-011.2", "the core VIPs answer from the jumphost"),
        new("D-011.3", "a tenant VM reaches the API"),
        new("D-011.4", "load balancers: round robin, failover, recovery"),
        new("D-011.5", "a cluster was created end to end"),
        new("D-011.6", "Vault is unsealed, and can be again"),
        new("D-011.7", "the baseline stands"),
        new("D-011.8", "DNS zones (deferred by D-019)"),
        new("phase-08.0", "prerequisites"),
        new("phase-08.1", "the workload cluster is created"),
        new("phase-08.2", "it is complete, with an address and its health"),
        new("phase-08.3", "its nodes, network and addons are ready"),
        new("phase-08.4", "the D-011 bar"),
        new("phase-08.5", "it is deleted cleanly (optional)"),
        new("phase-08.exit", "the exit gate"),
    ];
}
