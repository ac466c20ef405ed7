using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Live;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Verdicts;
using Acceptance.Decisions.Waits;

namespace Acceptance.Runs.Tests.Hostile;

/// <summary>
/// All checks, each on what it reads, whatever its rung stands on; with drivers of their own: no token is left from
/// before.
/// </summary>
internal static class AllChecks
{
    public static async Task<IReadOnlyList<(Check Check, FactSheet Sheet, Verdict Verdict)>> Of(
        string siteFile,
        string home
    )
    {
        await using var cloud = LiveCloud.Open(
            new SiteReader(Budgets.ByName.Keys).Read(siteFile),
            home,
            new ObservingGate()
        );
        var facts = new FactBook(cloud);
        await facts.Gather([.. CheckCatalogue.All.SelectMany(check => check.Facts).Distinct()]);
        List<(Check, FactSheet, Verdict)> judged = [];
        foreach (var check in CheckCatalogue.All)
        {
            var sheet = await facts.Gather(check.Facts);
            judged.Add((check, sheet, check.Judge(sheet)));
        }

        return judged;
    }
}
