using Acceptance.Cloud.Facts;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.OpenStack;

/// <summary>Magnum answers a tenant who asks for its clusters; an empty list is an answer.</summary>
public static class MagnumLists
{
    public static Check Check { get; } =
        new()
        {
            Id = "magnum-lists",
            Promise = "Magnum lists the clusters of the tenant",
            Rung = "magnum",
            Gates = true,
            Needs = [SiteNeed.Workload],
            Facts = [MagnumFacts.Clusters],
            Judgement = sheet =>
                sheet
                    .Reading(MagnumFacts.Clusters)
                    .JudgeMust(
                        "magnum",
                        null,
                        (all, evidence) => Verdict.Keep($"Magnum lists {all.Count} clusters", evidence)
                    ),
        };
}
