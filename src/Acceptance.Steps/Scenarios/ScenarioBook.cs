using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs;
using Acceptance.Runs.Scenarios;
using NUnit.Framework;

namespace Acceptance.Steps.Scenarios;

/// <summary>The verdicts of one scenario, told to the runner in its own way: by what is thrown.</summary>
public sealed class ScenarioBook(AcceptanceRun run)
{
    private readonly ScenarioVerdicts _verdicts = new(run.Causes, () => run.Waivers, () => run.Now);

    public IReadOnlyList<Sentence> Notes => _verdicts.Notes;

    public IReadOnlyList<string> Tags
    {
        set => _verdicts.Tags = value;
    }

    /// <summary>The worst of the scenario; nothing judged proves nothing.</summary>
    public Verdict Verdict => _verdicts.Verdict;

    /// <summary>Enters what a check said; stops the scenario unless it passes.</summary>
    /// <param name="relied">It came from something that the scenario relies on.</param>
    public void Enter(Verdict verdict, bool relied = false)
    {
        var shown = _verdicts.Enter(verdict, relied);
        if (shown.As == ShownAs.Ignored)
            throw new IgnoreException(shown.Words);
        if (shown.As == ShownAs.Failed)
            throw new AssertionException(shown.Words);
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

    /// <summary>Does something the scenario relies on.</summary>
    public Task Do(Func<Task> what) =>
        Ask(async () =>
        {
            await what();
            return true;
        });

    /// <summary>
    /// A waived verdict of something relied on: the scenario passes, and nothing more of it can be asked.
    /// </summary>
    public sealed class UnreachedException(Verdict verdict) : Exception(Published.OnConsole(verdict.Sentence));
}
