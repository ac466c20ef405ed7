namespace Acceptance.Cloud.Sites;

/// <summary>The model, and what is normal in it.</summary>
public sealed record SiteJuju
{
    [Lifetime(Lifetime.PerSite)]
    [Form(Form.Word)]
    public required string Controller { get; init; }

    /// <summary>Must be named before anything is destroyed on a real site.</summary>
    [Lifetime(Lifetime.PerSite)]
    [Form(Form.Uuid)]
    public string? ControllerUuid { get; init; }

    [Lifetime(Lifetime.PerSite)]
    [Form(Form.Word)]
    public required string Model { get; init; }

    /// <summary>The machines (not containers) that must be there.</summary>
    [Lifetime(Lifetime.PerSite)]
    [Between(1)]
    public int? Machines { get; init; }

    /// <summary>The expected-state table, per application; "*" holds for those not named.</summary>
    [Keys(Form.Application)]
    public IReadOnlyDictionary<string, ExpectedState> Expected { get; init; } = new Dictionary<string, ExpectedState>();

    /// <summary>Where what is not bound elsewhere is meant to go: the model's default space.</summary>
    [Lifetime(Lifetime.PerSite)]
    [Form(Form.Word)]
    public string? DefaultSpace { get; init; }

    /// <summary>The bridge of a chassis to the provider network, as OVN maps it (D-057).</summary>
    [Lifetime(Lifetime.Fixed)]
    [Form(Form.Word)]
    public string ProviderBridge { get; init; } = "br-ex";

    /// <summary>
    /// The dashboard is reached over plain http too (a proxy of the jumphost's): its cookies must come back there
    /// (D-044).
    /// </summary>
    [Lifetime(Lifetime.PerSite)]
    public bool DashboardOverHttp { get; init; }

    /// <summary>
    /// Charm application names by role, where a site's differ: mysql, vault, nova-compute, magnum, ovn-chassis. Not
    /// named, the chassis and compute units are those of every application with such a charm.
    /// </summary>
    [Lifetime(Lifetime.PerSite)]
    [Keys(Form.Word)]
    [Form(Form.Word)]
    public IReadOnlyDictionary<string, string> Roles { get; init; } = new Dictionary<string, string>();
}
