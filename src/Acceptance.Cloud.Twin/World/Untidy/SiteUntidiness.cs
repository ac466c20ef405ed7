namespace Acceptance.Cloud.Twin.World.Untidy;

/// <summary>What else answers at addresses of the site.</summary>
internal static class SiteUntidiness
{
    public static IEnumerable<Untidiness> All() =>
        [
            new("radosgw", "radosgw stands in the model and in the catalog, and not only at its VIP")
            {
                Plans = plan => plan with { ObjectStore = true },
            },
            new("netbox", "the site asks an address that is no API of the cloud: a NetBox, whose root redirects")
            {
                Plans = plan =>
                    plan with
                    {
                        Vips = With(plan.Vips, "netbox", "4.62"),
                        Ports = With(plan.Ports, "netbox", 443),
                    },
            },
            new("cdn-redirects", "the publisher's address of the image redirects to where its objects lie")
            {
                Plans = plan => plan with { CdnRedirects = true },
            },
        ];

    private static Dictionary<string, T> With<T>(IReadOnlyDictionary<string, T> all, string name, T value) =>
        new(all.Append(KeyValuePair.Create(name, value)), StringComparer.Ordinal);
}
