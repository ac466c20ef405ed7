using Acceptance.Cloud;
using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;

namespace Acceptance.Decisions.Verdicts;

/// <summary>
/// What judging facts yields: kept, broken, recovered, blocked, waived, not asked, not permitted, unknown. Match on
/// the cases. Nothing seen proves nothing: an empty list, an unread field, an unrecognised word is unknown, never kept.
/// </summary>
public abstract record Verdict
{
    public sealed record Kept(Sentence Because, Evidence Evidence) : Verdict;

    public sealed record Broken(IReadOnlyList<Finding> Findings) : Verdict
    {
        /// <summary>
        /// What was found shows that no waiver of it can hold (D-011.8 with a DNS service in the catalog).
        /// </summary>
        public bool ContradictsWaiver { get; init; }

        /// <summary>Units that did not answer: what is theirs is not known.</summary>
        public IReadOnlyList<string> Unheard { get; init; } = [];

        /// <summary>Nothing of it but states in between: another look may find it kept.</summary>
        public bool MaySettle => Findings.All(finding => finding.MaySettle);

        /// <summary>The same findings; the first one's sentence goes on with what came of it.</summary>
        public Broken And(Sentence consequence) =>
            new([Findings[0] with { Sentence = $"{Findings[0].Sentence}; {consequence}" }, .. Findings.Skip(1)]);
    }

    /// <summary>Kept after a fix that this run carried out.</summary>
    public sealed record Recovered(Sentence Because, Sentence Fix) : Verdict;

    /// <summary>Held back by a red rung below ("blocked" on screen would read like a Juju unit).</summary>
    public sealed record Blocked(string Rung, Sentence Because) : Verdict
    {
        /// <summary>The causes of what holds it back; the rung itself where that has none.</summary>
        public IReadOnlyList<Cause> Beneath { get; init; } = [new Cause(CauseKind.Rung, Rung)];
    }

    /// <summary>Somebody answers for it until a date; what was found stands underneath.</summary>
    public sealed record Waived(SiteWaiver By, Verdict Underneath) : Verdict
    {
        /// <summary>Others that somebody answers for, where one waiver does not cover all of it.</summary>
        public IReadOnlyList<Waived> Beside { get; init; } = [];

        /// <summary>This one and those beside it.</summary>
        public IEnumerable<Waived> Each => Beside.Prepend(this with { Beside = [] });
    }

    /// <summary>The site says that this cloud has no such thing, or that it was found and not made.</summary>
    public sealed record NotAsked(Sentence WhoDecided) : Verdict;

    public sealed record NotPermitted(Sentence What, Permit Needed) : Verdict;

    public sealed record Unknown(Sentence WhatWasMissing, string? Entry, Evidence Evidence) : Verdict
    {
        /// <summary>
        /// Known for what it is where no question tells it: a run that could not begin, a resource that could not be
        /// had.
        /// </summary>
        public Cause? Because { get; init; }
    }

    private Verdict() { }

    /// <summary>The verdict in one sentence.</summary>
    public Sentence Sentence =>
        this switch
        {
            Kept kept => kept.Because,
            Broken broken => Sentence.Join("; ", broken.Findings.Select(finding => finding.Sentence)),
            Recovered recovered => $"{recovered.Because} (after: {recovered.Fix})",
            Blocked blocked => $"held back by {blocked.Rung}: {blocked.Because}",
            Waived { Beside.Count: > 0 } several => Sentence.Join("; ", several.Each.Select(one => one.Sentence)),
            Waived waived => $"waived by {waived.By.Owner} until {waived.By.Expires:yyyy-MM-dd}: "
                + $"{waived.By.Reason} (underneath: {waived.Underneath.Sentence})",
            NotAsked notAsked => $"not asked: {notAsked.WhoDecided}",
            NotPermitted refused => $"not permitted: {refused.What} needs the permit {refused.Needed.Word()}",
            Unknown unknown => $"not known: {unknown.WhatWasMissing}",
            _ => throw new InvalidOperationException("a verdict is one of its cases"),
        };

    /// <summary>kept, broken, recovered, blocked, waived, not asked, not permitted, unknown.</summary>
    public string Word =>
        this switch
        {
            Kept => "kept",
            Broken => "broken",
            Recovered => "recovered",
            Blocked => "held back",
            Waived => "waived",
            NotAsked => "not asked",
            NotPermitted => "not permitted",
            _ => "unknown",
        };

    /// <summary>Word and sentence, no word twice.</summary>
    public Sentence Words => this is Unknown || Sentence.StartsWith(Word) ? Sentence : $"{Word}: {Sentence}";

    /// <summary>Whether what was asked for is proven: kept, recovered, or waived in date.</summary>
    public bool Passes => this is Kept or Recovered or Waived;

    /// <summary>
    /// The identity of what is wrong, whatever the words: two verdicts with the same causes are one to an operator.
    /// Empty for what passes, and for an unknown that no question and no name tells apart: such a one is always news.
    /// </summary>
    public IReadOnlyList<Cause> Causes =>
        this switch
        {
            Broken broken => [.. broken.Findings.Select(finding => finding.Cause).Distinct()],
            Unknown { Because: { } named } => [named],
            Unknown unknown => Question(unknown),
            Blocked blocked => blocked.Beneath,
            NotPermitted refused => [new Cause(CauseKind.Permit, refused.Needed.Word())],
            _ => [],
        };

    /// <summary>The known issue that the first finding routes to; null when there is none.</summary>
    public string? RoutesTo =>
        this switch
        {
            Broken broken => broken
                .Findings.Select(finding => finding.Entry)
                .FirstOrDefault(entry => entry is not null),
            Unknown unknown => unknown.Entry,
            Waived waived => waived.Underneath.RoutesTo,
            _ => null,
        };

    public static Verdict Keep(Sentence because, Evidence? evidence = null) =>
        new Kept(because, evidence ?? Evidence.None);

    public static Verdict Break(Sentence sentence, string victim, string? entry, Evidence? evidence = null) =>
        new Broken([new Finding(sentence, victim, entry, evidence ?? Evidence.None)]);

    public static Verdict NotKnown(Sentence missing, string? entry = null, Evidence? evidence = null) =>
        new Unknown(missing, entry, evidence ?? Evidence.None);

    /// <summary>Unknown for a cause that has a name, and no question that was asked.</summary>
    public static Verdict NotKnown(Sentence missing, Cause cause) =>
        new Unknown(missing, null, Evidence.None) { Because = cause };

    /// <summary>Held back by something that is red itself.</summary>
    public static Verdict Hold(string by, Verdict red) =>
        red.Causes is { Count: > 0 } causes
            ? new Blocked(by, red.Sentence) { Beneath = causes }
            : new Blocked(by, red.Sentence);

    /// <summary>Kept when there are no findings; <paramref name="kept"/> says what was seen.</summary>
    public static Verdict From(IEnumerable<Finding> findings, Func<Sentence> kept, Evidence? evidence = null)
    {
        Finding[] all = [.. findings];
        return all.Length > 0 ? new Broken(all) : Keep(kept(), evidence);
    }

    /// <summary>
    /// The worst of several, findings of all broken ones collected: broken, unknown, blocked, not permitted, then the
    /// rest.
    /// </summary>
    public static Verdict All(params IReadOnlyList<Verdict> verdicts)
    {
        if (verdicts.Count == 0)
            return NotKnown($"nothing was judged");
        Finding[] findings = [.. verdicts.OfType<Broken>().SelectMany(broken => broken.Findings)];
        if (findings.Length > 0)
            return new Broken(findings);
        var worst =
            verdicts.FirstOrDefault(verdict => verdict is Unknown)
            ?? verdicts.FirstOrDefault(verdict => verdict is Blocked)
            ?? verdicts.FirstOrDefault(verdict => verdict is NotPermitted);
        if (worst is not null)
            return worst;
        Waived[] waived = [.. verdicts.OfType<Waived>().SelectMany(one => one.Each).Distinct()];
        return waived.Length > 0
            ? waived[0] with
            {
                Beside = waived[1..],
            }
            : verdicts.FirstOrDefault(verdict => verdict is Recovered)
                ?? (
                    verdicts.All(verdict => verdict is NotAsked)
                        ? verdicts[0]
                        : Keep(
                            Sentence.Join("; ", verdicts.OfType<Kept>().Select(kept => kept.Because)),
                            verdicts.OfType<Kept>().First().Evidence
                        )
                );
    }

    private static IReadOnlyList<Cause> Question(Unknown unknown) =>
        Cause.Question(unknown.Evidence) is { Length: > 0 } question
            ? [new Cause(CauseKind.Unread, question, unknown.Entry ?? "")]
            : [];
}
