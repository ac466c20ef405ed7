using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Recovery;

namespace Acceptance.Decisions.KnownIssues;

/// <summary>The entries that this suite's findings route to: one line each, in no order that counts.</summary>
public static class KnownIssueIndex
{
    public static IReadOnlyList<KnownIssue> All { get; } =
    [
        D045.Entry,
        NginxReverseProxy.Entry,
        NginxReload.Entry,
        NginxSed.Entry,
        Docfix022.Entry,
        D040.Entry,
        D041.Entry,
        JujuMacaroon.Entry,
        Docfix024.Entry,
        D034.Entry,
        Docfix025a.Entry,
        D035.Entry,
        D057.Entry,
        FloatingIpsDark.Entry,
        LP63.Entry,
        D042.Entry,
        D046.Entry,
        D065.Entry,
        D066.Entry,
        D067.Entry,
        Docfix064.Entry,
        D039.Entry,
        StuckDelete.Entry,
        LbFailover.Entry,
        UninitializedTaint.Entry,
        Docfix032.Entry,
        Docfix021.Entry,
        Docfix021Artifact.Entry,
        L1.Entry,
        L4.Entry,
        L7.Entry,
        Docfix016.Entry,
        Docfix017.Entry,
        R7.Entry,
        AllocType6.Entry,
        Deviation2.Entry,
        Docfix006.Entry,
        Docfix011.Entry,
        Docfix014.Entry,
        D037.Entry,
        LP61.Entry,
        Docfix035.Entry,
        JujuStdin.Entry,
        Docfix018.Entry,
        L3.Entry,
        R14.Entry,
        R3.Entry,
        R15.Entry,
        OctaviaConfigureResources.Entry,
        AmpImageTagMismatch.Entry,
        HorizonVisibility.Entry,
        ParkedState.Entry,
        LP64.Entry,
        Finding3.Entry,
        WebDownload.Entry,
        ImageStaging.Entry,
        AmphoraHeadroom.Entry,
        AmphoraOrphan.Entry,
        MachineNotDeployed.Entry,
        Restart1.Entry,
        MysqlOutage.Entry,
        Restart3.Entry,
        OvnTlsSweep.Entry,
        StuckHook.Entry,
        HypervisorDown.Entry,
        D043.Entry,
        D044.Entry,
        KIP3001.Entry,
        D068.Entry,
        DefaultSpace.Entry,
        ModelSuspended.Entry,
        D0114.Entry,
        D0114Blip.Entry,
        D0117.Entry,
        CaptureBaseline.Entry,
        D0118.Entry,
        Docfix034.Entry,
        Docfix038.Entry,
        Docfix039.Entry,
        Docfix040Phase08.Entry,
        ScopeHygiene.Entry,
        CrashLoop.Entry,
        RoundRobinOnePod.Entry,
    ];

    private static readonly ILookup<string, KnownIssue> Names = All.SelectMany(
            issue => issue.Aliases.Prepend(issue.Id),
            (issue, name) => (issue, name)
        )
        .ToLookup(one => one.name, one => one.issue, StringComparer.OrdinalIgnoreCase);

    private static readonly ILookup<string, KnownIssue> Makers = All.SelectMany(
            issue => issue.Faults,
            (issue, fault) => (issue, fault)
        )
        .ToLookup(one => one.fault, one => one.issue, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every id and every alias.</summary>
    public static IReadOnlyList<string> AllNames { get; } = [.. All.SelectMany(one => one.Aliases.Prepend(one.Id))];

    /// <summary>By id or alias; null when the index has no such entry.</summary>
    public static KnownIssue? Find(string? id) => id is null ? null : Names[id].FirstOrDefault();

    /// <summary>The ids of the entries that the check must go red for.</summary>
    public static IReadOnlyList<string> SeenBy(Check check) =>
        [.. All.Where(issue => issue.SeenBy.Contains(check)).Select(issue => issue.Id)];

    /// <summary>
    /// The entry that a run names when this fault of a twin is in force: of several that it makes, the one on the
    /// lowest rung. Null for a fault that makes none (an endpoint that is slow, say). One that is only noted is found
    /// by the alias that it has its name from.
    /// </summary>
    public static KnownIssue? OfFault(string fault) =>
        Makers[fault].MinBy(issue => Ladder.Height(issue.Rung)) ?? Find(fault);
}
