using Acceptance.Decisions.Runs;

namespace Acceptance.Reporting.Tests;

/// <summary>What a run did to edge-lab, as its journal kept it.</summary>
internal static class SampleDeeds
{
    public static IReadOnlyList<MutationRecord> All { get; } =
    [
        new(
            "create",
            "image",
            $"ubuntu-jammy-kube-v1.34.8",
            $"1f0c",
            Samples.Start.AddMinutes(1),
            Samples.Start.AddMinutes(9),
            DeedOutcome.Done,
            null,
            null
        ),
        new(
            "create",
            "cluster",
            $"capi-test-1",
            $"6de15cf4-8805-4ac2",
            Samples.Start.AddMinutes(10),
            Samples.Start.AddMinutes(29).AddSeconds(40),
            DeedOutcome.Done,
            null,
            $"19 min 40 s where the runbook says about 20 min"
        ),
        new(
            "failover",
            "load balancer",
            $"kube-api of capi-test-1",
            $"0f968008-8429",
            Samples.Start.AddMinutes(33),
            Samples.Start.AddMinutes(34).AddSeconds(48),
            DeedOutcome.Done,
            null,
            null
        ),
        new(
            "delete",
            "cluster",
            $"capi-test-1",
            $"6de15cf4-8805-4ac2",
            Samples.Start.AddMinutes(44),
            Samples.Start.AddMinutes(49),
            DeedOutcome.Failed,
            $"Magnum answered 503",
            null
        ),
        new(
            "delete",
            "cluster",
            $"capi-test-1",
            $"6de15cf4-8805-4ac2",
            Samples.Start.AddMinutes(110),
            null,
            DeedOutcome.Planned,
            null,
            null
        ),
    ];

    /// <summary>One that failed, every text of it the same.</summary>
    public static MutationRecord Failed(string text) =>
        new(
            text,
            text,
            $"{text}",
            $"{text}",
            Samples.Start,
            Samples.Start.AddMinutes(1),
            DeedOutcome.Failed,
            $"{text}",
            $"{text}"
        );
}
