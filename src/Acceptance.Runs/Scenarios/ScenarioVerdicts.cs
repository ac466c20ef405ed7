using Acceptance.Cloud;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Gates;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs.Climbing;

namespace Acceptance.Runs.Scenarios;

/// <summary>
/// The verdicts of one scenario, and how each shows: broken and unknown fail, the rest as DESIGN 6.2 says.
/// </summary>
public sealed class ScenarioVerdicts(
    CommonCauses causes,
    Func<IReadOnlyList<SiteWaiver>> waivers,
    Func<DateTimeOffset> now
)
{
    private readonly List<Verdict> _verdicts = [];

    public List<Sentence> Notes { get; } = [];

    public IReadOnlyList<string> Tags { get; set; } = [];

    /// <summary>The worst of the scenario; nothing judged proves nothing.</summary>
    public Verdict Verdict => Verdict.All(_verdicts);

    /// <summary>Enters what a check said; anything but a pass ends the scenario.</summary>
    /// <param name="relied">It came from something that the scenario relies on: then one cause that is known explains
    /// the whole.</param>
    public Showing Enter(Verdict verdict, bool relied = false)
    {
        var (waived, note) = Waiving.Apply(verdict, Tags, waivers(), now());
        if (note is not null)
            Notes.Add(note);
        // What a deed of the run found, too: a check's verdict comes here with its waiver already.
        var (muted, said) = Muting.Apply(waived, waivers(), now());
        Notes.AddRange(said.Except(Notes));
        var entered = HeldBackIfShown(muted, relied);
        _verdicts.Add(entered);
        return new Showing(How(entered), Words(entered));
    }

    // What another scenario has already failed with is no second failure: it holds this one back. Its own words stay
    // beside it.
    private Verdict HeldBackIfShown(Verdict verdict, bool relied)
    {
        if (verdict is not (Verdict.Broken or Verdict.Unknown) || causes.ShownBefore(verdict, relied) is not { } shown)
            return verdict;
        if (shown != verdict.Sentence)
            Notes.Add(verdict.Sentence);
        return new Verdict.Blocked("what another scenario has failed with", shown) { Beneath = verdict.Causes };
    }

    private ShownAs How(Verdict verdict)
    {
        switch (verdict)
        {
            case { Passes: true }:
                return ShownAs.Passed;
            case Verdict.NotAsked:
            case Verdict.Blocked or Verdict.NotPermitted when !causes.IsFirst(verdict):
                return ShownAs.Ignored;
            default:
                causes.Show(verdict);
                return ShownAs.Failed;
        }
    }

    private string Words(Verdict verdict)
    {
        var evidence = verdict switch
        {
            Verdict.Broken broken => broken.Findings[0].Evidence,
            Verdict.Unknown unknown => unknown.Evidence,
            _ => Evidence.None,
        };
        var lines = new List<Sentence> { verdict.Words };
        lines.AddRange(Notes);
        if (verdict.RoutesTo is { } entry)
            lines.Add($"known issue: {entry}");
        if (!evidence.Asked.IsEmpty)
            lines.Add($"seen by: {evidence.Asked}");
        if (!evidence.ByHand.IsEmpty)
            lines.Add($"by hand: {evidence.ByHand}");
        return string.Join(Environment.NewLine, lines.Select(Published.OnConsole));
    }
}
