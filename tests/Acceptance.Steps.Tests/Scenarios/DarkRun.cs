using Acceptance.Cloud.Permits;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;
using Acceptance.Reporting.Standing;
using Acceptance.Runs.Climbing;
using Acceptance.Runs.Scenarios;
using Acceptance.Steps.Tests.InMemory;

namespace Acceptance.Steps.Tests.Scenarios;

/// <summary>
/// A run over verdicts in memory: which rungs are red, and what each scenario's own check says where its layer
/// stands.
/// </summary>
/// <param name="words">What is done to every verdict on its way, each time it is given.</param>
internal sealed class DarkRun(
    IReadOnlyDictionary<string, Verdict> red,
    IReadOnlyList<(string Title, string Layer, Verdict Own, bool Relied)> scenarios,
    Func<Verdict, Verdict> words
)
{
    /// <summary>How each scenario showed, and the kind of its verdict.</summary>
    public List<(string Title, ShownAs As, string Word)> Shown { get; } = [];

    public RedCause? Cause { get; private set; }

    public async Task<DarkRun> Go()
    {
        var clock = new HandClock();
        var causes = new CommonCauses();
        var climb = new LadderClimb(
            rung => Task.FromResult(words(red.GetValueOrDefault(rung) ?? Verdict.Keep($"it stands"))),
            () => true,
            clock
        );
        List<ScenarioRecord> records = [];
        foreach (var (title, layer, own, relied) in scenarios)
        {
            var verdicts = new ScenarioVerdicts(causes, () => [], () => clock.Now);
            var shown = await climb.HoldsBack(layer) is { } held
                ? verdicts.Enter(held, relied: true)
                : verdicts.Enter(words(own), relied);
            Shown.Add((title, shown.As, verdicts.Verdict.Word));
            records.Add(Record(title, layer, verdicts.Verdict, clock.Now));
        }

        Cause = RedCause.Of(Whole(climb.Records, records, clock.Now));
        return this;
    }

    private static ScenarioRecord Record(string title, string layer, Verdict verdict, DateTimeOffset at) =>
        new(
            "a feature",
            "",
            title,
            "a.feature",
            ["Acceptance"],
            layer,
            Permit.Observe,
            [],
            verdict,
            at,
            TimeSpan.Zero,
            TimeSpan.Zero,
            []
        );

    private static RunRecord Whole(
        IReadOnlyList<RungRecord> ladder,
        IReadOnlyList<ScenarioRecord> scenarios,
        DateTimeOffset at
    ) => new("run-1", "edge-lab", "a file", Permit.Observe, null, at, at, TimeSpan.Zero, ladder, scenarios, [], []);
}
