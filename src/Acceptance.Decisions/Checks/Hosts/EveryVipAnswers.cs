using System.Text.RegularExpressions;
using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Hosts;

/// <summary>
/// Every core VIP answers under the site's CA with a code its service may give (D-011.2; FACTS 8.11). -k is for eyes.
/// </summary>
public static class EveryVipAnswers
{
    public static Check Check { get; } =
        new()
        {
            Id = "vips-answer",
            Promise = "every core address answers under the site's CA with a code that the site allows",
            Rung = "vips",
            Gates = true,
            Facts = [JumphostFacts.Endpoints],
            Judgement = sheet => sheet.Judge(JumphostFacts.Endpoints, (asked, _) => Judge(asked)),
        };

    public static Verdict Judge(IReadOnlyList<EndpointAnswer> asked)
    {
        if (asked.Count == 0)
            return Verdict.NotKnown($"the site names no core VIP ($.endpoints)");
        // An address that is silent is dark only where another shows that there is a way to it.
        if (asked.Count > 1 && asked.All(one => IsSilent(one.Answer)))
            return Verdict.NotKnown(
                $"none of {asked.Count} core VIPs answered or refused: nothing shows that there is a route to them "
                    + $"from here (ip route get {asked[0].Endpoint.Url.Host})",
                null,
                asked[0].Answer.Evidence
            );
        Finding[] findings =
        [
            .. asked
                .Where(one => Proofless(one.Answer) is null)
                .Select(one => About(one.Endpoint, one.Answer))
                .OfType<Finding>(),
        ];
        // What was not permitted or not ours to ask proves nothing, either way; it hides no finding beside it.
        if (
            findings.Length == 0
            && asked.Select(one => Proofless(one.Answer)).FirstOrDefault(one => one is not null) is { } unread
        )
            return unread.ToVerdict();
        return Verdict.From(
            findings,
            () =>
                asked.Count == 1
                    ? One(asked[0])
                    : $"{asked.Count} core VIPs answer, their certificates signed by the site's CA",
            asked[0].Answer.Evidence
        );
    }

    /// <summary>What follows a service's name in the promise of its own address.</summary>
    public const string AnswersAtItsAddress = " answers at its public address";

    /// <summary>One address alone, by the service that the site names there.</summary>
    public static Check OfService(string service) =>
        Check with
        {
            Id = $"vip-{service}-answers",
            Promise = service + AnswersAtItsAddress,
            Gates = false,
            Judgement = sheet => sheet.Judge(JumphostFacts.Endpoints, (asked, _) => JudgeService(service, asked)),
        };

    private static Verdict JudgeService(string service, IReadOnlyList<EndpointAnswer> asked) =>
        asked.FirstOrDefault(one => one.Endpoint.Service == service) is { } own
            ? Judge([own])
            : new Verdict.NotAsked($"the site names no address for {service}");

    private static bool IsSilent(Reading<HttpAnswer> answer) =>
        answer is Reading<HttpAnswer>.Unread { Why: Unreadable.Unreachable or Unreadable.TimedOut };

    private static Reading<HttpAnswer>.Unread? Proofless(Reading<HttpAnswer> answer) =>
        answer as Reading<HttpAnswer>.Unread
            is {
                Why: Unreadable.NotPermitted
                    or Unreadable.LoginNeeded
                    or Unreadable.NotOursToRead
                    or Unreadable.NotEmulated
            } unread
            ? unread
            : null;

    private static Sentence One(EndpointAnswer asked) =>
        asked.Answer is Reading<HttpAnswer>.Seen seen
            ? (Sentence)($"{asked.Endpoint.Service} answers {seen.Value.Code} under the site's CA")
            : $"{asked.Endpoint.Service} answers under the site's CA";

    private static Finding? About(SiteEndpoint endpoint, Reading<HttpAnswer> answer) =>
        answer switch
        {
            Reading<HttpAnswer>.Seen seen when endpoint.Codes.Contains(seen.Value.Code) => Says(
                endpoint,
                seen.Value.Body
            )
                ? null
                : FindingAt(
                    endpoint,
                    $"{endpoint.Service} at {endpoint.Url} answers {seen.Value.Code}, and not in the words of "
                        + $"{endpoint.Service}: somebody else answers there",
                    seen.Evidence,
                    null
                ),
            Reading<HttpAnswer>.Seen seen => FindingAt(
                endpoint,
                $"{endpoint.Service} at {endpoint.Url} answers {seen.Value.Code}, "
                    + $"not {string.Join(" or ", endpoint.Codes)}",
                seen.Evidence,
                null
            ),
            Reading<HttpAnswer>.Unread unread => FindingAt(
                endpoint,
                $"{endpoint.Service}: {unread.Sentence}",
                unread.Evidence,
                null
            ),
            _ => null,
        };

    private static bool Says(SiteEndpoint endpoint, string body) =>
        endpoint.Says is null || Regex.IsMatch(body, endpoint.Says, RegexOptions.NonBacktracking);

    private static Finding FindingAt(SiteEndpoint endpoint, Sentence sentence, Evidence evidence, string? entry) =>
        new(sentence, endpoint.Service, entry, evidence);
}
