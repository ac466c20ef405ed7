using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Gates;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs;
using NUnit.Framework;

namespace Acceptance.Steps.Scenarios;

/// <summary>The verdicts of one scenario, and how they show at the runner: broken and unknown fail, the rest as DESIGN 6.2 says.</summary>
public sealed class ScenarioBook(AcceptanceRun run)
{
    private readonly List<Verdict> _verdicts = [];

    public List<string> Notes { get; } = [];

    public IReadOnlyList<string> Tags { get; set; } = [];

    /// <summary>The worst of the scenario; nothing judged proves nothing.</summary>
    public Verdict Verdict => Verdict.All(_verdicts);

    /// <summary>Enters what a check said; stops the scenario unless it passes.</summary>
    /// <param name="relied">It came from something that the scenario relies on: then one cause that is known explains the whole.</param>
    public void Enter(Verdict verdict, bool relied = false)
    {
        var (waived, note) = Waiving.Apply(
            verdict,
            Tags,
            run.Opened?.Site.Waivers ?? [],
            run.Opened?.Cloud.Clock.Now ?? default
        );
        if (note is not null)
            Notes.Add(note);
        var entered = Known(waived, relied);
        _verdicts.Add(entered);
        if (!entered.Passes)
            Show(entered);
    }

    /// <summary>Asks for something the scenario relies on; what it carries up as a verdict is entered.</summary>
    public async Task<T> Ask<T>(Func<Task<T>> what)
    {
        try
        {
            return await what();
        }
        catch (VerdictException carried)
        {
            Enter(carried.Verdict, relied: true);
            throw new UnreachedException(carried.Verdict);
        }
    }

    /// <inheritdoc cref="Ask{T}"/>
    public Task Do(Func<Task> what) =>
        Ask(async () =>
        {
            await what();
            return true;
        });

    // What another scenario has already failed with is no second failure: it holds this one back. Its own words stay beside it.
    private Verdict Known(Verdict verdict, bool relied)
    {
        if (verdict is not (Verdict.Broken or Verdict.Unknown) || run.Causes.Shown(verdict, relied) is not { } shown)
            return verdict;
        if (shown != verdict.Sentence)
            Notes.Add(verdict.Sentence);
        return new Verdict.Blocked("what another scenario has failed with", shown);
    }

    private void Show(Verdict verdict)
    {
        var words = Words(verdict);
        switch (verdict)
        {
            case Verdict.NotAsked:
                throw new IgnoreException(words);
            case Verdict.Blocked or Verdict.NotPermitted when !run.Causes.IsFirst(Cause(verdict)):
                throw new IgnoreException(words);
            default:
                run.Causes.Show(verdict);
                throw new AssertionException(words);
        }
    }

    // All that needs the same permit has one cause, whatever it wanted to do.
    private static string Cause(Verdict verdict) =>
        verdict switch
        {
            Verdict.NotPermitted refused => $"permit {refused.Needed}",
            Verdict.Blocked blocked => blocked.Because,
            _ => verdict.Sentence,
        };

    private string Words(Verdict verdict)
    {
        var evidence = verdict switch
        {
            Verdict.Broken broken => broken.Findings[0].Evidence,
            Verdict.Unknown unknown => unknown.Evidence,
            _ => Acceptance.Cloud.Evidence.None,
        };
        var lines = new List<string> { verdict.Words };
        lines.AddRange(Notes);
        if (verdict.RoutesTo is { } entry)
            lines.Add($"known issue: {entry}");
        if (evidence.Asked.Length > 0)
            lines.Add($"seen by: {evidence.Asked}");
        if (evidence.ByHand.Length > 0)
            lines.Add($"by hand: {evidence.ByHand}");
        return string.Join(Environment.NewLine, lines);
    }

    /// <summary>A waived verdict of something relied on: the scenario passes, and nothing more of it can be asked.</summary>
    public sealed class UnreachedException(Verdict verdict) : Exception(verdict.Sentence);
}
