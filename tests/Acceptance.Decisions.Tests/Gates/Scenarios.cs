using Acceptance.Cloud.Permits;
using Acceptance.Decisions.Gates;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Gates;

/// <summary>Records of a run that proved everything, to be spoiled by tag.</summary>
internal static class Scenarios
{
    public static IReadOnlyList<ScenarioRecord> Whole { get; } =
    [
        .. ExitGate
            .Functional.Append(ExitGate.Formal)
            .Append(ExitGate.Deferred)
            .Append(ExitGate.Optional)
            .Select(tag => Of(Facts.Keep(), null, "Acceptance", tag)),
    ];

    public static ScenarioRecord Of(Verdict verdict, string? layer, params string[] tags) =>
        new(
            "feature",
            "",
            $"promise of {string.Join(' ', tags)}",
            "a.feature",
            tags,
            layer,
            Permit.Observe,
            [],
            verdict,
            Facts.Now,
            TimeSpan.Zero,
            TimeSpan.Zero,
            []
        );

    public static IReadOnlyList<ScenarioRecord> But(
        this IReadOnlyList<ScenarioRecord> all,
        string tag,
        Verdict verdict
    ) => [.. all.Select(one => one.Tags.Contains(tag) ? one with { Verdict = verdict } : one)];

    public static IReadOnlyList<ScenarioRecord> Without(this IReadOnlyList<ScenarioRecord> all, string tag) =>
        [.. all.Where(one => !one.Tags.Contains(tag))];
}
