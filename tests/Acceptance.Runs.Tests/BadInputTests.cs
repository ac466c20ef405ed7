using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Acceptance.Runs.Tests.Programs;
using Acceptance.Surroundings;

namespace Acceptance.Runs.Tests;

/// <summary>
/// What cannot be used: the command line says so in one sentence and ends with 2, a run with 1; none is asked.
/// </summary>
[CancelAfter(900_000)]
[Parallelizable(ParallelScope.Self)]
public sealed partial class BadInputTests
{
    private ServedTwin _twin = null!;

    private static readonly (string Case, Func<SiteVariant, SiteVariant> Change, string Says)[] Sites =
    [
        (
            "no site file",
            site => site.Deleted(),
            @"site\.json: \$: found no such file; allowed: the path of a site file \(sites/vr0-dc0\.json is a template\), or 'twin'\."
        ),
        (
            "half a site file",
            site => site.Holds(text => text[..(text.Length / 2)]),
            @"site\.json: line \d+, column \d+: found no JSON \(.+\); allowed: JSON with comments and trailing commas\."
        ),
        (
            "a wrong key",
            site => site.With("juju", juju => Rename(juju, "model", "modle")),
            @"site\.json: \$\.juju\.modle \(line \d+\): found an unknown key; allowed: model \(near it\), .+\."
        ),
        (
            "a wrong type",
            site => site.With("juju", juju => juju["machines"] = "four"),
            @"site\.json: \$\.juju\.machines \(line \d+\): found ""four""; allowed: a whole number of 1 or more\."
        ),
        (
            "an id where a name belongs",
            site => site.With("workload", workload => workload["keypair"] = "674171fd0f5a4b0bb5b8a1d6f0a3c2e1"),
            @"site\.json: \$\.workload\.keypair \(line \d+\): found ""674171fd0f5a4b0bb5b8a1d6f0a3c2e1""; allowed: a name, resolved live: .+\."
        ),
        (
            "no kubeconfig",
            site => site.With("credentials", held => held["managementKubeconfig"] = "gone.kubeconfig"),
            @"site\.json: \$\.credentials\.managementKubeconfig: found no such file, .+/gone\.kubeconfig; allowed: a file that is there \(correct the path, or put it there\)\."
        ),
        (
            "a garbled kubeconfig",
            site => site.Credential("managementKubeconfig", "kubeconfig", _ => "\u0001\u0002{{{ no: [yaml"),
            @"site\.json: The kubeconfig .+/kubeconfig is no YAML .+; fetch it anew .+\."
        ),
        (
            "half a kubeconfig",
            site => site.Credential("managementKubeconfig", "kubeconfig", text => text[..(text.Length / 2)]),
            @"site\.json: The kubeconfig .+/kubeconfig gives its user '.+' no credential \(a token, or a client certificate and its key\); fetch it anew .+\."
        ),
        (
            "an openrc without OS_AUTH_URL",
            site => site.Credential("openrc", "openrc", text => AuthUrl().Replace(text, "")),
            @"site\.json: .+/openrc sets no OS_AUTH_URL: add it .+\."
        ),
        (
            "a CA that is no PEM",
            site => site.Credential("ca", "ca.pem", _ => "MIIB not a certificate\n"),
            @"site\.json: The CA file .+/ca\.pem is not PEM: no line of it is -----BEGIN CERTIFICATE-----; take the Vault root from .+\."
        ),
        (
            "an indented PEM",
            site =>
                site.Credential(
                    "ca",
                    "ca.pem",
                    text => string.Join('\n', text.Split('\n').Select(line => "    " + line))
                ),
            @"site\.json: The CA file .+/ca\.pem is indented PEM, which no program takes \(DOCFIX-021\): take the Vault root from .+\."
        ),
    ];

    private const string Token = @"POST https://\S+/v3/auth/tokens";

    private static readonly (string Fault, string Says)[] Amiss =
    [
        (
            "keystone-half",
            $@"{Token} broke off in the middle of its answer: half a body is none; ask what stands between \(haproxy\), and run this again\.$"
        ),
        (
            "keystone-garbled",
            $@"{Token} answered 200 without an X-Subject-Token header: something between us and Keystone dropped it; ask the haproxy before it\.$"
        ),
        ("keystone-5xx", $@"{Token} answered 503; read the service's own log, and ask the haproxy before it\.$"),
        ("keystone-429", $@"{Token} answered 429; it takes no more requests for now: run this again later\.$"),
        ("keystone-cut", $@"{Token}: \S+ (closed the connection before it had answered|reset the connection)\.$"),
    ];

    private static IEnumerable<TestCaseData> Answers =>
        Breadth.Sample(Amiss, 1).Select(one => new TestCaseData(one.Item1, one.Item2).SetArgDisplayNames(one.Item1));

    private static IEnumerable<string> Cases => Sites.Select(one => one.Case);

    private static IEnumerable<string> Sampled => Breadth.Sample([.. Cases], 1);

    [OneTimeSetUp]
    public void Serve() => _twin = ServedTwin.Serve("accepted", 7);

    [OneTimeTearDown]
    public async Task End() => await _twin.DisposeAsync();

    [TestCaseSource(nameof(Cases))]
    public async Task The_command_line_refuses_a_site_in_one_sentence(string what, CancellationToken cancel)
    {
        var (_, change, says) = Sites.Single(one => one.Case == what);
        using var site = change(new SiteVariant(_twin));
        var asked = (await _twin.Log(cancel)).Count;
        var (exit, said) = await site.Check(cancel);
        exit.Should().Be(2);
        said.Should().MatchRegex($"^.+/{says}$").And.NotContain("\n", "one problem is one sentence");
        (await _twin.Log(cancel)).Should().HaveCount(asked, "who is refused asks nothing");
    }

    [TestCaseSource(nameof(Sampled))]
    public async Task A_run_refuses_a_site_in_the_command_lines_sentence(string what, CancellationToken cancel)
    {
        var (_, change, _) = Sites.Single(one => one.Case == what);
        using var site = change(new SiteVariant(_twin));
        var asked = (await _twin.Log(cancel)).Count;
        var (_, said) = await site.Check(cancel);
        using var run = await SuiteRun.Of(
            Clone.This,
            "Category=D-011.1|Category=D-011.2",
            cancel,
            ("ACCEPTANCE_SITE", site.Site)
        );
        Refused(run, said);
        (await _twin.Log(cancel)).Should().HaveCount(asked);
    }

    private static IEnumerable<TestCaseData> Mistyped =>
        Breadth.Sample<TestCaseData>(
            [
                new("PERMIT", "permit: allowed are observe, mutate, destroy."),
                new("REPORTS_MODE", "mode of a report: allowed are 0600, 0640, 0644."),
            ],
            1
        );

    [Sampled(1, From = nameof(Mistyped))]
    public async Task A_mistyped_setting_asks_nothing(string name, string says, CancellationToken cancel)
    {
        var asked = (await _twin.Log(cancel)).Count;
        using var run = await Run("Category=D-011.1", cancel, ($"ACCEPTANCE_{name}", "066"));
        Refused(run, $"ACCEPTANCE_{name}: '066' is no {says}");
        (await _twin.Log(cancel)).Skip(asked).Should().BeEmpty();
    }

    [Sampled(1)]
    public async Task A_mistyped_fault_is_refused_with_the_near_ones(CancellationToken cancel)
    {
        const string sentence = "The twin knows no fault 'vault-seald'. Near it: vault-sealed, ";
        using var program = new Program(
            _twin.Home,
            ["dotnet", Clone.This.Cli, "twin", "fault", "vault-seald"],
            ("ACCEPTANCE_SITE", _twin.Site)
        );
        (await program.Ended(cancel)).Should().Be(2);
        program.Output.Trim().Should().StartWith(sentence).And.NotContain("\n");
        using var run = await Run("Category=D-011.1", cancel, ("ACCEPTANCE_FAULTS", "vault-seald"));
        Refused(run, $"ACCEPTANCE_FAULTS: {program.Output.Trim()}");
    }

    [TestCase("Category=")]
    [TestCase("Category=D-O11.1")]
    public async Task A_filter_that_selects_nothing_is_red(string filter, CancellationToken cancel)
    {
        using var run = await SuiteRun.OfProject(filter, cancel, ("ACCEPTANCE_SITE", _twin.Site));
        run.Exit.Should().Be(1, run.Output);
        run.Output.Should().Contain(filter);
    }

    [Sampled(1)]
    public async Task An_expired_login_of_juju_is_one_finding_and_not_forty(CancellationToken cancel)
    {
        var (run, flights) = await Broken("juju-macaroon", "Category=Acceptance", _twin.Site, cancel);
        using var _ = run;
        First(
            run,
            "juju",
            $"juju's login on {Controller} has expired (juju-macaroon): run `juju login -c {Controller}` in a "
                + "terminal, then run this again."
        );
        flights
            .Count(flight => flight is { Kind: "argv", Verb: "juju" })
            .Should()
            .Be(1, "whoever is told to log in is not asked again");
    }

    [Sampled(1)]
    public async Task A_juju_that_hangs_is_ended_with_all_it_started(CancellationToken cancel)
    {
        using var site = new SiteVariant(_twin);
        site.Root["deadlines"] = new JsonObject { ["command"] = "3s" };
        var (run, _) = await Broken("juju-hangs", "Category=D-011.1", site.Write().Site, cancel);
        using var ended = run;
        First(
            run,
            "juju",
            "juju had not ended after 3 s and was killed with all it had started; "
                + "run it by hand to see what it waits for, or allow it longer in the site's deadlines."
        );
    }

    [Sampled(1)]
    public async Task A_juju_that_warns_before_its_JSON_is_read(CancellationToken cancel)
    {
        var (run, _) = await Broken("juju-noise", "Category=D-011.1", _twin.Site, cancel);
        using var ended = run;
        run.Exit.Should().Be(0, run.Output);
        run.Count("passed").Should().BeGreaterThan(1, run.Page);
    }

    [Sampled(1, From = nameof(Answers))]
    public async Task An_API_that_answers_amiss_is_named_with_what_it_was_asked(
        string fault,
        string says,
        CancellationToken cancel
    )
    {
        var (run, _) = await Broken(fault, "Category=D-011.2", _twin.Site, cancel);
        using var ended = run;
        First(run, "keystone", says, regex: true);
    }

    [Sampled(1)]
    public async Task A_slow_API_is_waited_for(CancellationToken cancel)
    {
        var (run, _) = await Broken("barbican-slow", "Category=D-011.2", _twin.Site, cancel);
        using var ended = run;
        run.Exit.Should().Be(0, run.Output);
    }

    [Sampled(1)]
    public async Task An_expired_token_is_renewed_and_nobody_hears_of_it(CancellationToken cancel)
    {
        // What was issued before is expired first; the fault put in again then waits for the tokens of the run.
        await _twin.Break("token-expired", cancel);
        await _twin.Heal("token-expired", cancel);
        var (run, flights) = await Broken("token-expired", "Category=phase-08.0&Category=observes", _twin.Site, cancel);
        using var ended = run;
        flights
            .Should()
            .Contain(flight => flight.Kind == "request" && flight.Status == 401, "the token was refused under way");
        run.Exit.Should().Be(0, run.Output);
    }

    private string Controller => (string)JsonNode.Parse(File.ReadAllText(_twin.Site))!["juju"]!["controller"]!;

    private Task<SuiteRun> Run(
        string filter,
        CancellationToken cancel,
        params IReadOnlyList<(string, string?)> settings
    ) => SuiteRun.Of(Clone.This, filter, cancel, [("ACCEPTANCE_SITE", _twin.Site), .. settings]);

    /// <summary>
    /// A run against the broken cloud, healed after it, and what it was asked meanwhile.
    /// </summary>
    private async Task<(SuiteRun Run, IReadOnlyList<Flight> Flights)> Broken(
        string fault,
        string filter,
        string site,
        CancellationToken cancel
    )
    {
        await _twin.Break(fault, cancel);
        try
        {
            var before = (await _twin.Log(cancel)).Count;
            var run = await SuiteRun.Of(Clone.This, filter, cancel, ("ACCEPTANCE_SITE", site));
            TestContext.Out.WriteLine(
                $"{fault}: {(string?)run.Summary["lowestRed"]?["sentence"]} ({run.Exit})\n{run.Page}"
            );
            Started.ByDrivers(_twin.Home).Should().BeEmpty("what a driver starts ends with its call");
            return (run, [.. (await _twin.Log(cancel)).Skip(before)]);
        }
        finally
        {
            await _twin.Heal(fault, cancel);
        }
    }

    private void Refused(SuiteRun run, string sentence)
    {
        First(run, "site", sentence);
        Started.ByDrivers(_twin.Home).Should().BeEmpty("what a driver starts ends with its call");
    }

    /// <summary>
    /// The run is red with this sentence: the first failure at the runner, what is wrong on the page, and the one
    /// cause of all else.
    /// </summary>
    private static void First(SuiteRun run, string rung, string sentence, bool regex = false)
    {
        run.Exit.Should().Be(1, run.Output);
        var cause = run.Summary["lowestRed"]!;
        ((string?)cause["rung"]).Should().Be(rung, run.Page);
        var said = (string)cause["sentence"]!;
        if (regex)
            said.Should().MatchRegex($"^{sentence}");
        else
            said.Should().Be(sentence);
        Flat(run.Page).Should().Contain($"what is wrong {Flat(said)}");
        string[] failures =
        [
            .. Regex
                .Matches(run.Output, @"Error Message:\s+(?<words>.+?)\s+Stack Trace:", RegexOptions.Singleline)
                .Select(one => Flat(one.Groups["words"].Value)),
        ];
        failures[0].Should().MatchRegex($@"^(held back by {rung}: )?((not known|broken): )?{Regex.Escape(Flat(said))}");
        // The gate judges the bar where all of it was asked for.
        failures
            .Should()
            .HaveCount(
                run.Summary["scenarios"]!.ToJsonString().Contains("\"phase-08.exit\"") ? 2 : 1,
                "one cause is one finding"
            );
    }

    private static void Rename(JsonObject section, string key, string to)
    {
        section[to] = section[key]!.DeepClone();
        section.Remove(key);
    }

    private static string Flat(string text) => Regex.Replace(text, @"\s+", " ");

    [GeneratedRegex(@"^export OS_AUTH_URL=.*\n", RegexOptions.Multiline)]
    private static partial Regex AuthUrl();
}
