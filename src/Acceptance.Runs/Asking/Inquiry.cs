using Acceptance.Cloud.Facts;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Runs.Asking;

/// <summary>Asks checks of one cloud: reads the facts that they name, and judges.</summary>
public sealed class Inquiry(FactBook facts)
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

    /// <summary>The checks with which a rung stands or falls; one that comes after a red one adds nothing to it.</summary>
    public async Task<Verdict> AskRung(string rung)
    {
        var gates = CheckCatalogue.GatesOf(rung);
        await facts.Gather([.. gates.Where(IsAskedAtOnce).SelectMany(check => check.Facts).Distinct()]);
        var said = new Dictionary<Check, Verdict>();
        foreach (var check in gates)
        {
            if (!check.After.Any(before => said.GetValueOrDefault(before) is not { Passes: true }))
                said[check] = await Judge(check);
        }

        return Verdict.All([.. said.Values]);
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

    private async Task<Verdict> Judge(Check check) =>
        check.NotAskedOn(facts.Site) ?? check.Judge(await facts.Gather(check.Facts));
}
