using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.OpenStack;

/// <summary>
/// Placement names a host that takes one more amphora; a STANDALONE failover needs it (amphora-headroom). Both
/// figures are shown: Placement's ceiling (total - reserved) * ratio and the runbook's total * ratio - reserved
/// (DESIGN 7).
/// </summary>
public static class RoomForOneAmphora
{
    public static Check Check { get; } =
        new()
        {
            Id = "room-for-one-amphora",
            Promise = "a host has room for one more amphora",
            Rung = "octavia",
            Needs = [SiteNeed.Octavia],
            Facts = [OctaviaFacts.AmphoraCandidates, OctaviaFacts.Providers],
            Judgement = sheet =>
                sheet.Judge(
                    OctaviaFacts.AmphoraCandidates,
                    OctaviaFacts.Providers,
                    (candidates, providers, evidence) => Judge(candidates, providers, sheet.Site.Octavia!, evidence)
                ),
        };

    public const string Entry = AmphoraHeadroom.Id;

    public static Verdict Judge(
        IReadOnlyList<string> candidates,
        IReadOnlyList<ResourceProvider> providers,
        SiteOctavia site,
        Evidence evidence
    ) =>
        candidates.Count > 0
            ? Verdict.Keep($"{string.Join(", ", candidates)} can take an amphora of {site.AmphoraRamMb} MB", evidence)
            : Verdict.Break(
                $"no host has room for one amphora of {site.AmphoraRamMb} MB: "
                    + $"{string.Join("; ", providers.Select(Room))}",
                providers.Count == 0 ? "every host" : string.Join(", ", providers.Select(one => one.Name)),
                Entry,
                evidence
            );

    private static string Room(ResourceProvider one)
    {
        var ceiling = (one.MemoryTotalMb - one.MemoryReservedMb) * one.MemoryRatio;
        var runbook = (one.MemoryTotalMb * one.MemoryRatio) - one.MemoryReservedMb;
        return $"{one.Name} uses {one.MemoryUsedMb} of {ceiling:0} MB (the runbook's figure: {runbook:0})";
    }
}
