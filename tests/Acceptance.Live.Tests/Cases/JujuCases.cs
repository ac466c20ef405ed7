using System.Text.Json.Nodes;
using Acceptance.Cloud;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Live.Json;
using Acceptance.Cloud.Live.Juju;
using Acceptance.Cloud.Live.Shell;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.Live.Vault;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Cloud.Vault;
using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Checks.Juju;
using Acceptance.Decisions.Verdicts;
using Acceptance.Live.Tests.Shell;
using Acceptance.Surroundings;

namespace Acceptance.Live.Tests.Cases;

/// <summary>What juju and units' shells of other clouds printed, judged by the shipped site's table.</summary>
public sealed class JujuCases
{
    internal static readonly Site Site = new SiteReader().Read(WorkTree.PathOf("sites", "vr0-dc0.json"));

    private static readonly SiteJuju Shipped = Site.Juju!;

    private static readonly DateTimeOffset AprilFifteenth = new(2026, 4, 15, 9, 0, 0, TimeSpan.Zero);

    [Test]
    public void C12_an_agent_that_updates_its_status_is_at_rest()
    {
        var model = Model("C12-juju-status-healthy-3.6.21.json");
        model.Units.Should().Contain(unit => unit.IsUpdatingStatus);
        EveryUnitIsAsExpected
            .Judge(model, Shipped, Evidence.None)
            .Aloud("C12", "a healthy model, one agent at its update-status hook")
            .Should()
            .BeOfType<Verdict.Kept>("{0}", EveryUnitIsAsExpected.Judge(model, Shipped, Evidence.None).Sentence);
    }

    [Test]
    public void C12_an_agent_at_another_hook_is_no_sealed_vault()
    {
        var model = Model("C12-juju-status-healthy-3.6.21.json");
        var vault = model.Units.First(unit => unit.Application == "vault");
        var busy = model with
        {
            Units =
            [
                .. model.Units.Select(unit =>
                    unit == vault
                        ? unit with
                        {
                            Agent = AgentStatus.Executing,
                            AgentSince = AprilFifteenth,
                            Hook = "running config-changed hook",
                        }
                        : unit
                ),
            ],
        };
        var verdict = EveryUnitIsAsExpected
            .Judge(busy, Shipped, Evidence.None)
            .Aloud("C12", "the same model, the agent of a vault unit at another hook");
        var finding = ((Verdict.Broken)verdict).Findings.Single();
        finding.Entry.Should().BeNull();
        finding
            .Sentence.ToString()
            .Should()
            .Contain("is executing (running config-changed hook) since 2026-04-15 09:00 UTC, not idle");
    }

    [Test]
    public void C14_a_model_with_its_owner_is_the_model()
    {
        var named = CaseInput.Text("C14-juju-switch.txt").Trim().Split(':');
        var site = Shipped with { Controller = named[0], Model = named[1] };
        var model = Model("C12-juju-status-healthy-3.6.21.json") with { Controller = named[0], Name = "openstack" };
        ModelIsTheExpectedOne
            .Judge(model, new JujuController(named[0], "u"), site, Evidence.None)
            .Aloud("C14", "juju switch names the model with its owner")
            .Should()
            .BeOfType<Verdict.Kept>();
        ModelIsTheExpectedOne
            .Judge(model with { Name = "openstack2" }, new JujuController(named[0], "u"), site, Evidence.None)
            .Aloud("C14", "another model answers")
            .Should()
            .BeOfType<Verdict.Broken>();
    }

    [Test]
    public void C15_a_suspended_model_is_said_and_standbys_of_vault_are_normal()
    {
        var model = Model("C15-juju-status-suspended.json");
        ModelIsTheExpectedOne
            .JudgeStatus(model, Evidence.None)
            .Aloud("C15", "a model that is suspended, two standbys of Vault in it")
            .Should()
            .BeOfType<Verdict.Broken>()
            .Which.Sentence.ToString()
            .Should()
            .StartWith(
                "the model lab-xccvme is suspended (suspended since cloud credential is not valid: cloud denied access)"
            )
            .And.Contain("juju update-credential");
        model
            .Units.Where(unit => unit.Application == "vault")
            .Should()
            .HaveCount(3)
            .And.Contain(unit => unit.Message.Contains("active: false"));
        Findings(model).Should().NotContain(finding => finding.Victim.StartsWith("vault/"));
    }

    [Test]
    public void C16_a_models_own_moment_is_not_the_day_of_the_deploy()
    {
        var model = Model("C16-juju-status-credential-renewed.json");
        var cluster = ACluster(AprilFifteenth);
        NeutronNetwork[] networks =
        [
            new("n", "ext", true, NetworkStatus.Active, "p", new DateTimeOffset(2026, 4, 10, 12, 0, 0, TimeSpan.Zero)),
        ];
        var deployed = Decisions.Checks.DeployDate.Of(
            model,
            new Reading<IReadOnlyList<NeutronNetwork>>.Seen(networks, Evidence.None)
        );
        ClusterIsOfThisDeploy
            .Judge(cluster, deployed, made: false, Evidence.None)
            .Aloud("C16", "a cluster of 15 April, a model of 10 April whose status is as of June")
            .Should()
            .BeOfType<Verdict.Kept>();
        ClusterIsOfThisDeploy
            .Judge(ACluster(AprilFifteenth.AddDays(-10)), deployed, made: false, Evidence.None)
            .Aloud("C16", "a cluster of 5 April")
            .Should()
            .BeOfType<Verdict.Unknown>();
    }

    [Test]
    public void C17_what_is_queued_for_restart_is_said_of_any_application()
    {
        var model = Model("C17-juju-status-deferred-restart.json");
        _ = EveryUnitIsAsExpected
            .Judge(model, Shipped, Evidence.None)
            .Aloud("C17", "restarts that are deferred on chassis of two names");
        Findings(model)
            .Where(finding => finding.Sentence.ToString().Contains("Services queued for restart"))
            .Select(finding => finding.Victim)
            .Should()
            .BeEquivalentTo("neutron-openvswitch/1", "ovn-chassis-octavia/0");
    }

    [Test]
    public void C18_a_server_without_a_check_is_up()
    {
        var answer = new UnitAnswer("keystone/0", 0, CaseInput.Text("C18-haproxy-no-check-openshift.csv"), "");
        NoBackendIsDown
            .Judge(Answered(answer), Evidence.None)
            .Aloud("C18", "haproxy's show stat, a server without a check")
            .Should()
            .BeOfType<Verdict.Kept>();
    }

    [Test]
    public void C20_a_socat_that_is_missing_says_nothing_of_haproxy()
    {
        var answer = new UnitAnswer("keystone/0", 1, "", CaseInput.Text("C20-socat-missing.stderr"));
        NoBackendIsDown
            .Judge(Answered(answer), Evidence.None)
            .Aloud("C20", "a unit without socat")
            .Should()
            .BeOfType<Verdict.Unknown>()
            .Which.Sentence.ToString()
            .Should()
            .Contain("keystone/0 (sudo: socat: command not found)")
            .And.Contain("install what is missing");
    }

    [Test]
    public async Task C21_a_Vault_that_listens_with_TLS_is_to_be_asked_over_https()
    {
        var status = CaseInput.Text("C12-juju-status-healthy-3.6.21.json");
        var said = new JsonObject
        {
            ["vault/0"] = new JsonObject
            {
                ["results"] = new JsonObject
                {
                    ["return-code"] = 1,
                    ["stderr"] = CaseInput.Text("C21-vault-tls-on-8200.stderr"),
                },
            },
        };
        using var programs = new ProgramFolder().With(
            "juju",
            $"if [ $1 = status ]; then cat <<'END'\n{status}\nEND\nelse cat <<'END'\n{said}\nEND\nfi"
        );
        (await new VaultUnits(new JujuClient(programs.Shell(), Shipped, new Deadlines()), Shipped).SealStatus())
            .Aloud("C21", "vault status over http of a Vault that listens with TLS", _ => "a seal status")
            .Should()
            .BeOfType<Reading<IReadOnlyDictionary<string, SealStatus>>.Unread>()
            .Which.Sentence.ToString()
            .Should()
            .Contain("ask it over https");
    }

    [Test]
    public void C37_a_member_that_is_not_active_is_no_healthy_cluster()
    {
        var unit = new JujuUnit(
            "db/0",
            "db",
            WorkloadStatus.Active,
            AgentStatus.Idle,
            CaseInput.Text("C37-mysql-degraded-message.txt").Trim(),
            true,
            "0",
            "",
            null,
            null
        );
        var model = new JujuModel("c", "m", [], [new("db", "mysql-innodb-cluster", 1, [])], [unit]);
        MySqlToleratesAFailure
            .Judge(model, Shipped, Evidence.None)
            .Aloud("C37", "a unit of mysql that names a member which is not active")
            .Should()
            .BeOfType<Verdict.Broken>()
            .Which.Findings.Single()
            .Entry.Should()
            .Be("mysql-outage");
    }

    [Test]
    public void C40_a_pip_that_is_missing_says_nothing_of_the_driver()
    {
        var answer = new UnitAnswer("magnum/0", 0, "1790000000\n", CaseInput.Text("C40-pip3-missing.stderr"));
        var verdict = ConductorRunsTheDriver
            .Judge(Answered(answer), Answered(), Site.Management!, Evidence.None)
            .Aloud("C40", "a conductor without pip3");
        verdict.Should().BeOfType<Verdict.Unknown>().Which.Entry.Should().BeNull();
        verdict.Sentence.ToString().Should().Contain("pip3: command not found");
    }

    [TestCase("sudo: a password is required")]
    [TestCase("ubuntu is not in the sudoers file.  This incident will be reported.")]
    [TestCase("sh: 1: ovs-vsctl: not found")]
    public void What_a_shell_cannot_ask_is_unknown_wherever_units_are_asked(string said)
    {
        var answer = new UnitAnswer("ovn-chassis/0", 1, "", said);
        EveryChassisIsConnected.Judge(Answered(answer), Evidence.None).Should().BeOfType<Verdict.Unknown>();
    }

    [TestCase(0, Unreadable.UntrustedCertificate, "does not accept the certificate", "renew it on the controller")]
    [TestCase(1, Unreadable.Forbidden, "may not do that (permission denied)", "juju grant")]
    [TestCase(2, Unreadable.Refused, "is restarting or being upgraded", "ask again in some minutes")]
    public async Task C38_each_error_of_juju_has_its_sentence_and_way_out(
        int line,
        Unreadable why,
        string says,
        string wayOut
    )
    {
        var error = CaseInput.Text("C38-juju-errors.txt").Split('\n')[line];
        using var programs = new ProgramFolder().With("juju", $"echo '{error}' >&2; exit 1");
        (await new JujuClient(programs.Shell(), Shipped, new Deadlines()).Status())
            .Aloud("C38", $"juju says: {error}", model => model.Name)
            .Unread(why)
            .Sentence.ToString()
            .Should()
            .Contain(says)
            .And.Contain(wayOut);
    }

    private static IReadOnlyList<Finding> Findings(JujuModel model) =>
        EveryUnitIsAsExpected.Judge(model, Shipped, Evidence.None) is Verdict.Broken broken ? broken.Findings : [];

    private static JujuModel Model(string input) => StatusDocument.Read(Body.Parse(CaseInput.Text(input)));

    private static UnitAnswers Answered(params UnitAnswer[] answers) =>
        new([.. answers.Select(one => one.Unit)], [], answers.ToDictionary(one => one.Unit));

    internal static MagnumCluster ACluster(DateTimeOffset created) =>
        new(
            "c",
            "c",
            ClusterStatus.CreateComplete,
            null,
            ClusterHealthStatus.Healthy,
            new Dictionary<string, State<ComponentHealth>>(),
            "https://192.0.2.1:6443",
            1,
            2,
            "t",
            null,
            "p",
            "u",
            new Dictionary<string, string>(),
            created
        );
}
