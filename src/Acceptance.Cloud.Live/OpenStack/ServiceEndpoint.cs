using System.Text.RegularExpressions;
using Acceptance.Cloud.OpenStack;

namespace Acceptance.Cloud.Live.OpenStack;

/// <summary>
/// A service as we ask it: the API version that its paths begin with, and the microversion asked for.
/// </summary>
internal sealed partial record ServiceEndpoint(string Type, string Version, string? Microversion)
{
    // 2.61: flavors inside servers by name (2.47), hypervisor and service ids as UUIDs (2.53); known to every Nova
    // since Queens.
    public static ServiceEndpoint Compute { get; } = new("compute", "v2.1", "compute 2.61");

    public static ServiceEndpoint Network { get; } = new("network", "v2.0", null);

    public static ServiceEndpoint Image { get; } = new("image", "v2", null);

    public static ServiceEndpoint LoadBalancer { get; } = new("load-balancer", "v2.0", null);

    // "latest" is what the client of the runbooks asks; Magnum's answers only grow with it.
    public static ServiceEndpoint ContainerInfra { get; } =
        new("container-infra", "v1", "container-infra latest")
        {
            // The service types authority's own name of it, and an older one.
            OtherTypes = ["container-infrastructure-management", "container-infrastructure"],
        };

    // 1.29: provider summaries of nested providers in allocation candidates.
    public static ServiceEndpoint Placement { get; } = new("placement", "", "placement 1.29");

    public static ServiceEndpoint KeyManager { get; } = new("key-manager", "v1", null);

    public static ServiceEndpoint Identity { get; } = new("identity", "v3", null);

    /// <summary>What a catalog may call the type as well.</summary>
    public IReadOnlyList<string> OtherTypes { get; init; } = [];

    public bool IsOf(CatalogService service) => service.Type == Type || OtherTypes.Contains(service.Type);

    private static readonly ServiceEndpoint[] All =
    [
        Compute,
        Network,
        Image,
        LoadBalancer,
        ContainerInfra,
        Placement,
        KeyManager,
        Identity,
    ];

    /// <summary>By its catalog type.</summary>
    public static ServiceEndpoint ForType(string type) => All.First(endpoint => endpoint.Type == type);

    /// <summary>The address of a path below a catalog URL, which may or may not carry the version already.</summary>
    public Uri At(Uri catalog, string path, string query)
    {
        var root = catalog.GetLeftPart(UriPartial.Path).TrimEnd('/');
        if (Version.Length > 0 && !Versioned().IsMatch(new Uri(root).AbsolutePath))
            root += "/" + Version;
        return new Uri(root + path + (query.Length > 0 ? "?" + query : ""));
    }

    /// <summary>The path as the service's reference words it, whatever stands before it on this cloud.</summary>
    public string Path(string path) => Version.Length > 0 ? $"/{Version}{path}" : path;

    public IReadOnlyList<(string Name, string Value)> Headers() =>
        Microversion switch
        {
            null => [],
            var asked when Type == "compute" =>
            [
                ("OpenStack-API-Version", asked),
                ("X-OpenStack-Nova-API-Version", asked.Split(' ')[1]),
            ],
            var asked => [("OpenStack-API-Version", asked)],
        };

    /// <summary>What an answer says of its version where it is not the one that was asked; null where it is.</summary>
    public string? OtherVersion(string? answered) =>
        Microversion is not { } asked ? null
        : answered is not { Length: > 0 } ? $"without an OpenStack-API-Version (asked for was {asked})"
        : asked.EndsWith(" latest", StringComparison.Ordinal) || answered == asked ? null
        : $"in the version {answered} (asked for was {asked})";

    [GeneratedRegex(@"/v\d+(\.\d+)?(/|\z)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Versioned();
}
