using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.OpenStack;

/// <summary>
/// D-011.8: Designate is deferred (D-019). Without a DNS service in the catalog the item is open; with one, the
/// deferral is contradicted.
/// </summary>
public static class DnsIsDeferred
{
    public static Check Check { get; } =
        new()
        {
            Id = "tenant-names-resolve",
            Promise = "tenant name resolution is proven, or its deferral is in date",
            Rung = "keystone",
            Facts = [IdentityFacts.Catalog],
            Judgement = sheet => sheet.Judge(IdentityFacts.Catalog, Judge),
        };

    /// <summary>True when the catalog has a DNS service: then a waiver no longer holds.</summary>
    public static bool Contradicted(IReadOnlyList<CatalogService> catalog) =>
        catalog.Any(service => service.Type == "dns");

    public static Verdict Judge(IReadOnlyList<CatalogService> catalog, Evidence evidence)
    {
        if (catalog.Count == 0)
            return Verdict.NotKnown($"the catalog is empty", null, evidence);
        return Contradicted(catalog)
            ? new Verdict.Broken([
                new Finding(
                    $"contradicted: the catalog has a DNS service, so D-011.8 is no longer deferred and its "
                        + $"zones are to be proven",
                    "designate",
                    D0118.Id,
                    evidence
                ),
            ])
            {
                ContradictsWaiver = true,
            }
            : Verdict.Break(
                $"Designate is not deployed: zones and tenant name resolution are not proven",
                "designate",
                D0118.Id,
                evidence
            );
    }
}
