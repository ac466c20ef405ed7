namespace Acceptance.Cloud.Sites;

/// <summary>The workload cluster of phase-08 and what it is made from.</summary>
public sealed record SiteWorkload
{
    [Lifetime(Lifetime.PerRebuild)]
    [Form(Form.Name)]
    public required string Project { get; init; }

    [Lifetime(Lifetime.PerRebuild)]
    [Form(Form.Name)]
    public required string Domain { get; init; }

    [Lifetime(Lifetime.PerRebuild)]
    [Form(Form.Name)]
    public required string ExternalNetwork { get; init; }

    [Lifetime(Lifetime.PerRebuild)]
    [Form(Form.Name)]
    public required string Keypair { get; init; }

    [Lifetime(Lifetime.PerSite)]
    public required SiteFlavor MasterFlavor { get; init; }

    [Lifetime(Lifetime.PerSite)]
    public required SiteFlavor WorkerFlavor { get; init; }

    /// <summary>
    /// Roles that the creating user must hold on the project, and a minted credential carries (D-039).
    /// </summary>
    [Lifetime(Lifetime.Fixed)]
    [Form(Form.Name)]
    public IReadOnlyList<string> Roles { get; init; } = ["member", "reader", "load-balancer_member"];

    public required SiteImage Image { get; init; }

    public required SiteTemplate Template { get; init; }

    [Lifetime(Lifetime.PerRebuild)]
    [Form(Form.Word)]
    public required string Cluster { get; init; }

    [Lifetime(Lifetime.Fixed)]
    [Between(1, 99)]
    public int Masters { get; init; } = 1;

    [Lifetime(Lifetime.Fixed)]
    [Between(1, 999)]
    public int Workers { get; init; } = 2;

    /// <summary>The throwaway Service of D-011.4.</summary>
    public SiteRoundRobin RoundRobin { get; init; } = new();

    /// <summary>Groups of pods that must run: name shown -> pattern of pod names (phase-08 8.3).</summary>
    [Lifetime(Lifetime.Fixed)]
    [Form(Form.Pattern)]
    [Keys(Form.Name)]
    public IReadOnlyDictionary<string, string> Addons { get; init; } =
        new Dictionary<string, string>
        {
            ["Calico"] = "^(calico|tigera)",
            ["OpenStack CCM"] = "(cloud-controller|openstack-cloud)",
            ["Cinder CSI"] = "cinder-?csi",
            ["CoreDNS"] = "^coredns",
        };
}
