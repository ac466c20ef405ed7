using Acceptance.Cloud.Facts;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs.Waits;

namespace Acceptance.Runs.Asking;

/// <summary>Asks checks of one cloud: reads the facts that they name, and judges.</summary>
public sealed class Inquiry(FactBook facts, Gatekeeper? gatekeeper = null, MuteBook? mutes = null)
{
    /// <summary>One check. What it comes after is asked first, and explains it when it is red.</summary>
    public async Task<Verdict> Ask(Check check)
    {
        foreach (var before in check.After)
        {
            if (await Ask(before) is { Passes: false } red)
                return red;
        }

        var verdict = await Judge(check);
        return verdict is Verdict.Broken hearsay ? await Explained(check, hearsay) : verdict;
    }

    /// <summary>One check, whatever it comes after and whatever explains it.</summary>
    public Task<Verdict> AskAlone(Check check) => Judge(check);

    /// <summary>The rung's verdict: the worst of its checks.</summary>
    public async Task<Verdict> AskRung(string rung) =>
        Verdict.All([.. (await AskGates(rung)).Select(asked => asked.Verdict)]);

    /// <summary>
    /// The checks with which a rung stands or falls, in order; one that comes after a red one adds nothing, and is
    /// left out.
    /// </summary>
    public async Task<IReadOnlyList<(Check Check, Verdict Verdict)>> AskGates(string rung)
    {
        var gates = CheckCatalogue.GatesOf(rung);
        await facts.Gather([.. gates.Where(IsAskedAtOnce).SelectMany(check => check.Facts).Distinct()]);
        List<(Check Check, Verdict Verdict)> asked = [];
        foreach (var check in gates)
        {
            if (check.After.All(before => asked.Any(one => one.Check == before && one.Verdict.Passes)))
                asked.Add((check, await Judge(check)));
        }

        return asked;
    }

    private async Task<Verdict> Explained(Check check, Verdict.Broken hearsay)
    {
        foreach (var below in check.ExplainedBy)
        {
            if (await Ask(below) is Verdict.Broken cause)
                return cause.And($"so {hearsay.Sentence}");
        }

        return hearsay;
    }

    private bool IsAskedAtOnce(Check check) => check.After.Count == 0 && check.NotAskedOn(facts.Site) is null;

    private async Task<Verdict> Judge(Check check)
    {
        var settled = await Settle(check);
        return mutes?.Judged(check, settled) ?? settled;
    }

    // Without a gatekeeper nobody waits: what is in between is told as it is.
    private async Task<Verdict> Settle(Check check)
    {
        var first = await JudgeOnce(check);
        if (!Moves(first) || gatekeeper is null)
            return first;
        var (last, took) = await gatekeeper.Settle("settle", first, Moves, () => Again(check));
        return last is Verdict.Kept kept
            ? Verdict.Keep($"{kept.Because}; it settled within {took.TotalSeconds:0} s", kept.Evidence)
            : last;
    }

    private static bool Moves(Verdict verdict) => verdict is Verdict.Broken { MaySettle: true };

    private Task<Verdict> Again(Check check)
    {
        facts.Forget(check.Facts);
        return JudgeOnce(check);
    }

    private async Task<Verdict> JudgeOnce(Check check) =>
        check.NotAskedOn(facts.Site) ?? check.Judge(await facts.Gather(check.Facts));
}
