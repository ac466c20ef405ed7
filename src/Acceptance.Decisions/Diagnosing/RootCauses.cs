using Acceptance.Cloud.Juju;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Recovery;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Diagnosing;

/// <summary>
/// What a cloud's checks amount to: the roots, each with what follows from it, and what is not known. A symptom is
/// folded under another by declared data alone; what nothing explains stands by itself.
/// </summary>
/// <param name="Roots">Those that an entry names, bottom up; then those that none does.</param>
/// <param name="NotKnown">What could not be judged, and hides behind no root.</param>
public sealed record RootCauses(IReadOnlyList<Root> Roots, IReadOnlyList<NotKnown> NotKnown)
{
    /// <param name="judged">Each check by itself: nothing held back by another.</param>
    /// <param name="model">What stands where; null: not read.</param>
    public static RootCauses Of(IReadOnlyList<(Check Check, Verdict Verdict)> judged, JujuModel? model)
    {
        var nodes = judged
            .SelectMany(one => Symptoms(one.Check, one.Verdict))
            .GroupBy(one => one.Cause)
            .Select(group => new Node(group.Key, [.. group.OrderBy(Weight)]))
            .OrderBy(node => node.Issue is null)
            .ThenBy(node => Ladder.Height(node.Issue?.Rung ?? node.Symptoms[0].Check.Rung))
            .ToArray();
        var folding = new Folding(nodes, new Places(model));
        Root[] roots = [.. folding.Roots()];
        NotKnown[] unknown = [.. judged.SelectMany(one => Unknown(one.Check, one.Verdict))];
        var behind = unknown.ToLookup(one => folding.Hiding(one.Check));
        return new(
            [
                .. roots.Select(root =>
                    root with
                    {
                        Hides = [.. behind[root.Name]],
                        DoesNotExplain = [.. roots.Select(other => other.Name).Where(name => name != root.Name)],
                        MayFollowFrom = root.Issue is null ? [.. Unasked(root.Symptoms[0].Check, judged)] : [],
                    }
                ),
            ],
            [.. behind[null]]
        )
        {
            IsDark = roots.All(root => root.Issue is null) && judged.Where(IsAbove).All(one => !one.Verdict.Passes),
        };
    }

    /// <summary>Nothing of the cloud answered in a way that proves anything.</summary>
    public bool IsDark { get; private init; }

    public bool NothingIsBroken => Roots.Count == 0 && NotKnown.Count == 0;

    private static bool IsAbove((Check Check, Verdict Verdict) one) =>
        one.Verdict is not Verdict.NotAsked && Ladder.Height(one.Check.Rung) > Ladder.Height("jumphost");

    // Entries that would turn the check red, and that no reading was asked about.
    private static IEnumerable<string> Unasked(Check check, IReadOnlyList<(Check Check, Verdict Verdict)> judged)
    {
        var told = judged
            .Where(one => one.Verdict is not (Verdict.Unknown or Verdict.NotAsked))
            .Select(one => one.Check)
            .ToHashSet();
        return KnownIssueIndex
            .All.Where(issue =>
                issue.SeenBy.Count > 0
                && !issue.SeenBy.Any(told.Contains)
                && issue.Consequences.Any(one =>
                    one.Check == check && one.Entry is null && one.Effects.HasFlag(Effects.Red)
                )
            )
            .Select(issue => issue.Id)
            .Concat(
                CheckConsequences
                    .All.Where(one => !told.Contains(one.Key))
                    .Where(one => one.Value.Any(follows => follows.Check == check))
                    .Select(one => one.Key.Id)
            );
    }

    private static IEnumerable<Symptom> Symptoms(Check check, Verdict verdict) =>
        verdict switch
        {
            Verdict.Broken broken => broken.Findings.Select(finding => new Symptom(check, finding)),
            // What leads elsewhere than to what the check looks for: a login that is refused.
            Verdict.Unknown { Entry: { } entry } unknown when !IsSeenBy(entry, check) =>
            [
                new Symptom(check, new Finding(unknown.WhatWasMissing, "", entry, unknown.Evidence))
                {
                    IsUnread = true,
                },
            ],
            _ => [],
        };

    private static IEnumerable<NotKnown> Unknown(Check check, Verdict verdict) =>
        verdict switch
        {
            Verdict.Unknown unknown => [new(check, unknown.WhatWasMissing, unknown.Evidence)],
            Verdict.Waived { Underneath: Verdict.Unknown unknown } =>
            [
                new(check, unknown.WhatWasMissing, unknown.Evidence),
            ],
            Verdict.NotPermitted refused => [new(check, refused.Sentence, Acceptance.Cloud.Evidence.None)],
            Verdict.Broken { Unheard.Count: > 0 } broken =>
            [
                new(check, $"{string.Join(", ", broken.Unheard)} did not answer", broken.Findings[0].Evidence),
            ],
            _ => [],
        };

    // What was found leads, by a check that the entry is seen by, the lowest first.
    private static int Weight(Symptom symptom) =>
        (symptom.IsUnread ? 10_000 : 0)
        + (symptom.Finding.Entry is { } entry && !IsSeenBy(entry, symptom.Check) ? 1_000 : 0)
        + Ladder.Height(symptom.Check.Rung);

    private static bool IsSeenBy(string entry, Check check) =>
        KnownIssueIndex.Find(entry)?.SeenBy.Contains(check) == true;
}
