namespace Acceptance.Cloud.Sites;

/// <summary>
/// Where a cloud is and what is literal about it: addresses, names, where credentials lie, timings, what is normal. A
/// JSON file; no secret in it. A section that is absent is a part of the cloud that the site does not have: what
/// needs it is not asked.
/// </summary>
public sealed record Site
{
    /// <summary>What the operator calls this cloud; typed by hand before anything is destroyed.</summary>
    [Lifetime(Lifetime.PerSite)]
    [Form(Form.Name)]
    public required string Name { get; init; }

    public SiteClock Clock { get; init; } = new();

    public required SiteCredentials Credentials { get; init; }

    public SiteJumphost Jumphost { get; init; } = new();

    public SiteJuju? Juju { get; init; }

    public SiteMaas? Maas { get; init; }

    public SiteHypervisor? Hypervisor { get; init; }

    /// <summary>The core VIPs of D-011.2: each asked, each with the codes it may answer.</summary>
    public IReadOnlyList<SiteEndpoint> Endpoints { get; init; } = [];

    /// <summary>Endpoints that are left out on purpose, with the reason (DOCFIX-039).</summary>
    public IReadOnlyList<SiteExclusion> OutOfScope { get; init; } = [];

    /// <summary>The jumphost's reverse proxies; none: people reach everything without one.</summary>
    public IReadOnlyList<SiteProxy> Proxies { get; init; } = [];

    public SiteCompute? Compute { get; init; }

    public SiteOctavia? Octavia { get; init; }

    public SiteVault? Vault { get; init; }

    public SiteManagement? Management { get; init; }

    public SiteWorkload? Workload { get; init; }

    /// <summary>Null: the baseline of D-011.7 is snapshots, as the runbook has it.</summary>
    public SiteBaseline? Baseline { get; init; }

    public SiteSnapshots? Snapshots { get; init; }

    /// <summary>
    /// Waits by name -> how long each may take, in cloud time; those of the product hold where a site says nothing.
    /// </summary>
    [Lifetime(Lifetime.PerSite)]
    [Keys(Form.Name)]
    public IReadOnlyDictionary<string, TimeSpan> Budgets { get; init; } = new Dictionary<string, TimeSpan>();

    public SiteDeadlines Deadlines { get; init; } = new();

    public IReadOnlyList<SiteWaiver> Waivers { get; init; } = [];

    /// <summary>
    /// observe, mutate or destroy, where ACCEPTANCE_PERMIT says nothing. A real site's default is observe.
    /// </summary>
    [Lifetime(Lifetime.PerSite)]
    [Allowed("observe", "mutate", "destroy")]
    public string Permit { get; init; } = "observe";

    /// <summary>Leaves what the run made standing at its end.</summary>
    [Lifetime(Lifetime.PerSite)]
    public bool Keep { get; init; }

    /// <summary>Where faults can be injected (a twin's control address); null on a cloud that offers none.</summary>
    [Lifetime(Lifetime.PerSite)]
    public Uri? FaultsAt { get; init; }
}
