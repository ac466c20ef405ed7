using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Juju;

/// <summary>
/// Bundle and live agree, or the site knows the difference (D-068): each charm follows the channel that the site
/// names and is of no older revision; a newer one is expected (D-002). It advises: no rung falls with it.
/// </summary>
public static class CharmsAreAsNamed
{
    public static Check Check { get; } =
        new()
        {
            Id = "charms-as-named",
            Promise = "every charm follows the channel that the site names, and is no older",
            Rung = "juju",
            Needs = [SiteNeed.Juju],
            Facts = [JujuFacts.Model],
            Judgement = sheet =>
                sheet.Judge(JujuFacts.Model, (model, evidence) => Judge(model, sheet.Site.Juju!, evidence)),
        };

    public static Verdict Judge(JujuModel model, SiteJuju site, Evidence evidence)
    {
        var named = Named(site);
        if (named.Length == 0)
            return new Verdict.NotAsked($"the site names no channel and no revision ($.juju.expected)");
        if (model.Applications.Count == 0)
            return Verdict.NotKnown($"no applications were seen", null, evidence);
        // An application of its name, else every one of its charm: a site may call it otherwise.
        (JujuApplication Live, ExpectedState Named)[] compared =
        [
            .. named.SelectMany(one => Meant(model, site, one.Application).Select(live => (live, one.Named))),
        ];
        Finding[] findings =
        [
            .. named
                .Where(one => !Meant(model, site, one.Application).Any())
                .Select(one => FindingAt(one.Application, $"the application {one.Application} is not there", evidence)),
            .. compared
                .Select(pair => (pair.Live.Name, What: Wrong(pair.Live, pair.Named)))
                .Where(pair => pair.What is not null)
                .Select(pair => FindingAt(pair.Name, pair.What!, evidence)),
        ];
        return findings.Length > 0 ? new Verdict.Broken(findings) : Agreed(compared, evidence);
    }

    private static (string Application, ExpectedState Named)[] Named(SiteJuju site) =>
        [
            .. site
                .Expected.Where(entry => entry.Value.Channel is not null || entry.Value.Revision is not null)
                .Select(entry => (entry.Key, entry.Value)),
        ];

    private static IEnumerable<JujuApplication> Meant(JujuModel model, SiteJuju site, string name) =>
        model.Applications.Where(live =>
            live.Name == name || (live.CharmName == name && !site.Expected.ContainsKey(live.Name))
        );

    private static Finding FindingAt(string application, Sentence what, Evidence evidence) =>
        new(what, application, D068.Id, evidence);

    private static Verdict Agreed((JujuApplication Live, ExpectedState Named)[] compared, Evidence evidence)
    {
        string[] unsaid = [.. compared.Where(pair => IsUnsaid(pair.Live, pair.Named)).Select(pair => pair.Live.Name)];
        return unsaid.Length > 0
            ? Verdict.NotKnown($"juju says no channel or revision of {string.Join(", ", unsaid)}", null, evidence)
            : Verdict.Keep(
                $"{compared.Length} charms follow the channels that the site names{Newer(compared)}",
                evidence
            );
    }

    private static bool IsUnsaid(JujuApplication live, ExpectedState named) =>
        (named.Channel is not null && live.Channel.Length == 0)
        || (named.Revision is not null && live.Revision is null);

    private static Sentence? Wrong(JujuApplication live, ExpectedState named)
    {
        if (named.Channel is { } channel && live.Channel.Length > 0 && Whole(live.Channel) != Whole(channel))
            return $"{live.Name} follows {live.Channel}, the site names {channel}";
        return named.Revision is { } revision && live.Revision < revision
            ? (Sentence)
                $"{live.Name} runs revision {live.Revision} of {live.CharmName}, older than the {revision} of the site"
            : null;
    }

    private static readonly string[] Risks = ["stable", "candidate", "beta", "edge"];

    // A channel may leave out its track (latest) or its risk (stable): bundles and older clients do.
    private static string Whole(string channel) =>
        channel.Contains('/', StringComparison.Ordinal) ? channel
        : Risks.Contains(channel) ? $"latest/{channel}"
        : $"{channel}/stable";

    private static string Newer((JujuApplication Live, ExpectedState Named)[] compared)
    {
        string[] newer =
        [
            .. compared
                .Where(pair => pair.Live.Revision > pair.Named.Revision)
                .Select(pair => $"{pair.Live.Name} {pair.Live.Revision} for {pair.Named.Revision}"),
        ];
        return newer.Length == 0 ? "" : $", some in a newer revision ({string.Join(", ", newer)})";
    }
}
