using System.Text.RegularExpressions;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.Sites;
using Acceptance.Cloud.Twin;
using Acceptance.Decisions.KnownIssues;

namespace Acceptance.Cli.Tests.KnownIssues;

/// <summary>
/// Every text of every known issue, filled for the twin's site and for one that shares nothing with it: nothing is left
/// to fill in.
/// </summary>
public sealed partial class RenderedFixTests
{
    private const string Victim = "web-front/3";

    /// <summary>Capitals that are words of the field and stand for themselves.</summary>
    private static readonly string[] Words =
    [
        "ACTIVE",
        "API",
        "CAPI",
        "CAPO",
        "CDN",
        "CNI",
        "DNS",
        "ERROR",
        "ID",
        "MAAS",
        "MB",
        "IP",
        "LXD",
        "NIC",
        "ONLINE",
        "ORC",
        "OSD",
        "OS_",
        "OS_AUTH_URL",
        "OS_CACERT",
        "OS_PROJECT_NAME",
        "OVN",
        "PENDING_UPDATE",
        "RESTARTS",
        "SHUTOFF",
        "TLS",
        "UP",
        "VM",
    ];

    private static IEnumerable<KnownIssue> All => KnownIssueIndex.All;

    private Site _twins = null!;

    [OneTimeSetUp]
    public async Task Read()
    {
        await using var twin = Twin.Start(new TwinOptions { FirstBlock = 64 });
        _twins = new SiteReader().Read(twin.SiteFile);
    }

    [TestCaseSource(nameof(All))]
    public void Nothing_is_left_to_fill_in_on_the_twin(KnownIssue issue) => IsWhole(issue, _twins);

    [TestCaseSource(nameof(All))]
    public void Nothing_is_left_to_fill_in_on_a_site_unlike_it(KnownIssue issue)
    {
        IsWhole(issue, UnlikeSite.Site);
        string[] twins =
        [
            _twins.Management!.Server,
            _twins.Workload!.Project,
            _twins.Workload.Image.Name,
            "openstack0",
        ];
        foreach (var text in Texts(issue, UnlikeSite.Site))
            text.Should().NotContainAny(twins);
    }

    [TestCaseSource(nameof(All))]
    public void Without_finding_and_site_it_says_what_is_missing(KnownIssue issue)
    {
        foreach (var text in Texts(issue, null, null))
            text.Should().NotMatchRegex(@"\{[^}]*\}").And.NotMatchRegex("\"\"|''");
    }

    [TestCase("`openstack loadbalancer show BALANCER`")]
    [TestCase("`kubectl -n NAMESPACE get pods`")]
    [TestCase("`echo \"$POOL\"`")]
    [TestCase("on {victim}: look")]
    [TestCase("(\"$unit\" is not known: no finding names it)")]
    public void A_text_that_is_not_whole_is_seen(string text) => Holes(text).Should().NotBeEmpty();

    private static void IsWhole(KnownIssue issue, Site site)
    {
        foreach (var text in Texts(issue, site, Victim))
            Holes(text).Should().BeEmpty("of \"{0}\"", text);
    }

    private static IEnumerable<string> Texts(KnownIssue issue, Site? site, string? victim = Victim) =>
        Fix.Render(issue, victim, site)
            .Append(Fix.Render(issue.FastConfirm, victim, site))
            .Select(step => step.ToString());

    private static IEnumerable<string> Holes(string text) =>
        Braces()
            .Matches(text)
            .Concat(Unknown().Matches(text))
            .Select(match => match.Value)
            .Concat(
                Capitals()
                    .Matches(text)
                    .Select(match => match.Value)
                    // A variable is no hole where the same text sets it before: POOL=$(...), for POOL in ...
                    .Where(word => !Words.Contains(word) && !Regex.IsMatch(text, $@"(\b{word}=|\bfor {word} in )"))
            );

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Braces();

    [GeneratedRegex(@"is not known: ")]
    private static partial Regex Unknown();

    // DOCFIX-038 and FINDING-4 are names of entries, not words to replace.
    [GeneratedRegex(@"(?<![\w-])[A-Z][A-Z_]+(?![\w]|-[A-Z0-9])")]
    private static partial Regex Capitals();
}
