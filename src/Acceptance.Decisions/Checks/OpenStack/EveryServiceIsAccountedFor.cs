using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.OpenStack;

/// <summary>
/// Every public endpoint of the catalog is asked at one of the site's addresses, or left out with a reason
/// (DOCFIX-039: the simplestreams mirror registers a unit's address, to which the jumphost has no route).
/// </summary>
public static class EveryServiceIsAccountedFor
{
    public static Check Check { get; } =
        new()
        {
            Id = "services-accounted-for",
            Promise = "every service of the catalog is asked or left out with a reason",
            Rung = "vips",
            Facts = [IdentityFacts.Catalog],
            Judgement = sheet =>
                sheet.Judge(IdentityFacts.Catalog, (catalog, evidence) => Judge(catalog, sheet.Site, evidence)),
        };

    public static Verdict Judge(IReadOnlyList<CatalogService> catalog, Site site, Evidence evidence)
    {
        if (catalog.Count == 0)
            return Verdict.NotKnown($"the catalog is empty", null, evidence);
        var left = catalog
            .Where(service => site.OutOfScope.Any(one => one.Service == service.Name || one.Service == service.Type))
            .ToArray();
        Finding[] findings = [.. catalog.Except(left).Select(one => About(one, site, evidence)).OfType<Finding>()];
        var hidden = catalog
            .Except(left)
            .Where(service => service.Public is null)
            .Select(service => service.Name)
            .ToArray();
        if (hidden.Length == catalog.Count - left.Length)
            return Verdict.NotKnown(
                $"no service of the catalog has a public address{Elsewhere(catalog)}, so none was asked: "
                    + $"{string.Join(", ", hidden)}",
                null,
                evidence
            );
        return Verdict.From(
            findings,
            () =>
                $"{catalog.Count - left.Length - hidden.Length} services are asked; left out on purpose: "
                + $"{Named(left, site)}{Unseen(hidden)}",
            evidence
        );
    }

    private static Finding? About(CatalogService service, Site site, Evidence evidence) =>
        service.Public is { } url && site.Endpoints.All(endpoint => endpoint.Url.Host != url.Host)
            ? new Finding(
                $"the catalog offers {service.Name} ({service.Type}) at {service.Public}, "
                    + $"which the site neither asks nor leaves out",
                service.Name,
                Docfix039.Id,
                evidence
            )
            : null;

    // A region in other letters is another region.
    private static string Elsewhere(IReadOnlyList<CatalogService> catalog) =>
        catalog.SelectMany(service => service.Regions).Distinct().ToArray() is { Length: > 0 } regions
            ? $" in the region that OS_REGION_NAME names (there are some in "
                + $"{string.Join(", ", regions)}: have it name that region, to the letter)"
            : "";

    private static string Unseen(string[] hidden) =>
        hidden.Length == 0 ? "" : $"; without a public address, so not asked: {string.Join(", ", hidden)}";

    private static string Named(CatalogService[] left, Site site) =>
        left.Length == 0 ? "none" : string.Join("; ", left.Select(service => $"{service.Name} ({Why(service, site)})"));

    private static string Why(CatalogService left, Site site) =>
        site.OutOfScope.First(one => one.Service == left.Name || one.Service == left.Type).Because;
}
