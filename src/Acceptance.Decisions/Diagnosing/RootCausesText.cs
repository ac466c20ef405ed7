using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Diagnosing;

/// <summary>
/// The roots as an operator reads them aloud: what is wrong and where, what it breaks, how sure that is, what follows
/// from it and what does not, and what to do next.
/// </summary>
/// <param name="site">What commands are filled from.</param>
public sealed class RootCausesText(RootCauses causes, Site site)
{
    private const int MostVictims = 5;

    public IEnumerable<Sentence> Lines() =>
        [
            .. causes.Roots.SelectMany((root, index) => About(root, index + 1)),
            .. causes.NotKnown.GroupBy(one => one.Because).Select(Missing),
            Last(),
        ];

    /// <summary>The read that tells more: the entry's, else the one that showed it, by hand.</summary>
    public Sentence Next(Root root) =>
        root.Issue is { } issue
            ? (Sentence)$"{Fix.Render(issue.FastConfirm, root.Victim, site)}"
            : $"{ByHand(root.Symptoms[0].Finding)}";

    /// <summary>What its entry would have done first; null where none names it, or the entry has no step.</summary>
    public FilledStep? FirstStep(Root root) =>
        root.Issue is { } issue ? Fix.Render(issue, root.Victim, site).FirstOrDefault() : null;

    private IEnumerable<Sentence> About(Root root, int number)
    {
        yield return $"{number}. {root.Name}{At(root)} (layer {root.Layer}): {root.Symptoms[0].Finding.Sentence}";
        yield return root.Issue is { } known
            ? (Sentence)$"   known as: {known.Title}"
            : $"   no entry names it: {root.Symptoms[0].Check.Id} is red";
        if (Others(root) is { } others)
            yield return others;
        yield return $"   {(root.IsSure ? "sure" : "not sure")}: {root.Why}";
        yield return $"   broken by it: {string.Join("; ", root.Symptoms.Select(one => one.Check.Promise).Distinct())}";
        foreach (var fold in root.Folds.GroupBy(one => (one.Symptom.Check, one.Symptom.Finding.Entry, one.By.Unless)))
            yield return Folded(root, [.. fold]);
        if (root.Hides.Count > 0)
            yield return $"   not known until it is cured: {string.Join(", ", root.Hides.Select(Named))}";
        if (root.DoesNotExplain.Count > 0)
            yield return $"   does not explain: {string.Join(", ", root.DoesNotExplain)}";
        if (root.MayFollowFrom.Count > 0)
            yield return $"   may follow from what was not read: {string.Join(", ", root.MayFollowFrom)}";
        foreach (var line in ToDo(root))
            yield return line;
    }

    // A fix is for what was confirmed: of the rest the read that decides is said, and what else looks like it.
    private IEnumerable<Sentence> ToDo(Root root)
    {
        yield return $"   next: {Next(root)}";
        if (root.Issue is not { } issue)
            yield break;
        if (issue.NearMisses.Count is > 0 and var alike)
            yield return $"   told apart from {Counted(alike, "look-alike")} by what this lists: "
                + $"acceptance explain {issue.Id}";
        foreach (var miss in root.NotRuledOut)
            yield return $"   first rule out: {Fix.Render(miss.ToldApartBy, root.Victim, site)} - then it is not "
                + $"{issue.Id}, but this: {miss.Is}; do not {miss.DoNot}";
        if (FirstStep(root) is { } first)
            yield return root switch
            {
                { IsSure: true } => (Sentence)$"   then, under the permit {first.Needs.Word()}: {first}",
                { IsConfirmed: true } =>
                    $"   its fix is withheld until {(root.NotRuledOut.Count == 1 ? "that is" : "these are")} "
                        + $"ruled out; then, under the permit "
                        + $"{first.Needs.Word()}: {first}",
                _ => $"   its fix is withheld until that shows it",
            };
    }

    private static string At(Root root) => root.Victim.Length == 0 ? "" : $" at {root.Victim}";

    private static Sentence? Others(Root root)
    {
        string[] victims =
        [
            .. root.Symptoms.Select(one => one.Finding.Victim).Where(one => one != root.Victim).Distinct(),
        ];
        return victims.Length switch
        {
            0 => null,
            <= MostVictims => $"   also at: {string.Join(", ", victims)}",
            _ => $"   also at: {string.Join(", ", victims.Take(MostVictims))} and {victims.Length - MostVictims} more",
        };
    }

    private static Sentence Folded(Root root, IReadOnlyList<Fold> folds)
    {
        var first = folds[0];
        var more = folds.Count > 1 ? (Sentence)$" (and {folds.Count - 1} more)" : $"";
        string[] hidden = [.. first.Hides.Except(root.DoesNotExplain)];
        var alone =
            hidden.Length > 0
                ? (Sentence)$"; whether {string.Join(", ", hidden)} stands too is not known until that is cured"
                : $"";
        return $"   explains {first.Symptom.Check.Id}: {first.Symptom.Finding.Sentence.Clause()}{more}, unless "
            + $"{first.By.Unless}{alone}";
    }

    private static string Named(NotKnown one) =>
        one.Hides.Count == 0 ? one.Check.Id : $"{one.Check.Id} (which shows {string.Join(", ", one.Hides)})";

    private static Sentence Missing(IGrouping<Sentence, NotKnown> group) =>
        $"not known: {string.Join(", ", group.Select(Named))}, because {group.Key.Clause()}{Again(group.First())}";

    private static Sentence Again(NotKnown one) =>
        one.Evidence.ByHand.IsEmpty
            ? Sentence.Empty
            : $"; to read it by hand: {Published.Command(one.Evidence.ByHand)}";

    private static string ByHand(Finding finding) =>
        finding.Evidence.ByHand.IsEmpty
            ? $"read it again: {finding.Evidence.Asked}"
            : Published.Command(finding.Evidence.ByHand).ToString();

    private Sentence Last() =>
        causes switch
        {
            { NothingIsBroken: true } => $"DIAGNOSE: nothing is broken",
            { IsDark: true } => $"DIAGNOSE: the cloud does not answer; {causes.Roots.Count} red, "
                + $"{Unknown()} not known",
            _ => $"DIAGNOSE: {Counted(causes.Roots.Count(root => root.Issue is not null), "cause")}, "
                + $"{Counted(causes.Roots.Count(root => root.Issue is null), "red check")} that no entry names, "
                + $"{Counted(Unknown(), "check")} not known",
        };

    private int Unknown() => causes.NotKnown.Count + causes.Roots.Sum(root => root.Hides.Count);

    private static string Counted(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
