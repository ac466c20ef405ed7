using Acceptance.Cloud;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Live.Juju;
using Acceptance.Cloud.Live.Shell;
using Acceptance.Cloud.Live.Vault;
using Acceptance.Cloud.Sites;
using Acceptance.Cloud.Vault;
using Acceptance.Live.Tests.Commands;
using Acceptance.Live.Tests.Shell;

namespace Acceptance.Live.Tests.Juju;

public sealed class JujuClientTests
{
    private const string Status = """
        {"model": {"name": "openstack", "type": "iaas", "controller": "vr0", "model-status": {"current": "available", "since": "09 Jun 2025 11:04:48+12:00"}},
         "machines": {"0": {"juju-status": {"current": "started", "since": "09 Jun 2025 11:04:48Z"}, "hostname": "openstack0", "instance-id": "abc", "ip-addresses": ["127.12.8.40"],
           "containers": {"0/lxd/1": {"juju-status": {"current": "down"}, "instance-id": "juju-1", "containers": {"0/lxd/1/lxd/0": {"juju-status": {"current": "started"}}}}}}},
         "applications": {
           "vault": {"charm-name": "vault", "units": {
             "vault/0": {"workload-status": {"current": "blocked", "message": "Unit is sealed"}, "juju-status": {"current": "idle"}, "leader": true, "machine": "0/lxd/1", "public-address": "127.12.8.61",
               "subordinates": {"vault-mysql-router/0": {"workload-status": {"current": "active", "message": "Unit is ready"}, "juju-status": {"current": "idle"}}}},
             "vault/1": {"workload-status": {"current": "active"}, "juju-status": {"current": "lost"}, "machine": "0"}}},
           "vault-mysql-router": {"charm-name": "mysql-router", "subordinate-to": ["vault"]}}}
        """;

    private static readonly SiteJuju Site = new() { Controller = "vr0", Model = "openstack" };

    [Test]
    public async Task The_model_is_flat_containers_and_subordinates_included()
    {
        using var programs = new ProgramFolder().With("juju", $"cat <<'END'\n{Status}\nEND");
        var reading = await Juju(programs).Status();
        var model = reading.Value();
        model
            .Machines.Select(machine => (machine.Id, machine.Agent.Word, machine.Host))
            .Should()
            .Equal(("0", "started", null), ("0/lxd/1", "down", "0"), ("0/lxd/1/lxd/0", "started", "0/lxd/1"));
        model
            .Units.Select(unit =>
                (unit.Name, unit.Application, unit.Workload.Word, unit.Agent.Word, unit.Leader, unit.Principal)
            )
            .Should()
            .Equal(
                ("vault/0", "vault", "blocked", "idle", true, null),
                ("vault-mysql-router/0", "vault-mysql-router", "active", "idle", false, "vault/0"),
                ("vault/1", "vault", "active", "lost", false, null)
            );
        model.Units[1].Machine.Should().Be("0/lxd/1");
        model
            .Applications.Single(application => application.Name == "vault-mysql-router")
            .SubordinateTo.Should()
            .Equal("vault");
        model.Traced.Should().Be(new DateTimeOffset(2025, 6, 8, 23, 4, 48, TimeSpan.Zero));
        reading.Evidence.ByHand.ToString().Should().Be("juju status -m vr0:openstack --format=json");
    }

    [Test]
    public async Task A_warning_before_the_JSON_is_stepped_over_and_shown()
    {
        using var programs = new ProgramFolder().With(
            "juju",
            $"echo 'WARNING: this client is old'\ncat <<'END'\n{Status}\nEND"
        );
        var reading = await Juju(programs).Status();
        reading.Value().Name.Should().Be("openstack");
        reading.Evidence.Excerpt.ToString().Should().StartWith("(before the JSON: WARNING: this client is old)");
    }

    [Test]
    public async Task Half_a_status_and_an_empty_one_are_garbled()
    {
        using var half = new ProgramFolder().With("juju", $"cat <<'END'\n{Status[..400]}\nEND");
        (await Juju(half).Status())
            .Unread(Unreadable.Garbled)
            .Sentence.ToString()
            .Should()
            .Contain("juju status -m vr0:openstack --format=json printed cannot be read: the answer after `machines");
        using var empty = new ProgramFolder().With("juju", "true");
        (await Juju(empty).Status())
            .Unread(Unreadable.Garbled)
            .Sentence.ToString()
            .Should()
            .EndWith("the answer is empty, where JSON is expected.");
    }

    [TestCase("cannot get discharge from \"https://127.12.8.30:17070/auth\": EOF")]
    [TestCase("not logged in")]
    public async Task An_expired_login_is_one_sentence_with_the_way_out(string error)
    {
        using var programs = new ProgramFolder().With("juju", $"echo 'ERROR {error}' >&2; exit 1");
        var sentence =
            "juju's login on vr0 has expired (juju-macaroon): run `juju login -c vr0` in a terminal, "
            + "then run this again.";
        (await Juju(programs).Status()).Unread(Unreadable.LoginNeeded).Sentence.ToString().Should().Be(sentence);
        (await Juju(programs).Exec(["vault/0"], Made.Script("true")))
            .Unread(Unreadable.LoginNeeded)
            .Sentence.ToString()
            .Should()
            .Be(sentence);
    }

    [TestCase("connection refused", Unreadable.Refused)]
    [TestCase("unable to connect to API: dial tcp 127.12.8.30:17070: i/o timeout", Unreadable.Unreachable)]
    [TestCase("model vr0:admin/openstack not found", Unreadable.NotFound)]
    [TestCase("something else", Unreadable.Failed)]
    public async Task A_dead_controller_is_no_expired_login(string error, Unreadable why)
    {
        using var programs = new ProgramFolder().With("juju", $"echo 'ERROR {error}' >&2; exit 1");
        (await Juju(programs).Status()).Unread(why);
    }

    [Test]
    public async Task A_hung_juju_is_ended_at_the_deadline()
    {
        using var programs = new ProgramFolder().With("juju", "sleep 987");
        var juju = new JujuClient(programs.Shell(), Site, new Deadlines { Command = TimeSpan.FromMilliseconds(500) });
        (await juju.Status())
            .Unread(Unreadable.TimedOut)
            .Sentence.ToString()
            .Should()
            .StartWith("juju had not ended after 0.5 s");
    }

    [Test]
    public async Task Answers_count_unit_by_unit_whatever_the_exit()
    {
        using var programs = new ProgramFolder().With(
            "juju",
            """
            printf '%s\n' "$@" > "$HOME/words"
            echo '{"a/0": {"id": "2", "results": {"return-code": 0, "stdout": "yes\n"}, "status": "completed"}, "a/1": {"id": "3", "results": {"return-code": 2, "stderr": "no"}, "status": "failed"}, "a/2": {"id": "4", "status": "aborted"}}'
            echo 'ERROR timed out waiting for results from: unit a/3' >&2; exit 1
            """
        );
        var answers = (await Juju(programs).Exec(["a/0", "a/1", "a/2", "a/3"], Made.Script("grep x | wc -l"))).Value();
        answers
            .Values.Should()
            .BeEquivalentTo([new UnitAnswer("a/0", 0, "yes\n", ""), new UnitAnswer("a/1", 2, "", "no")]);
        File.ReadAllLines(Path.Combine(programs.Folder, "words"))
            .Should()
            .Equal("exec", "-m", "vr0:openstack", "--unit", "a/0,a/1,a/2,a/3", "--format=json", "--", "grep x | wc -l");
    }

    [Test]
    public async Task Nobody_to_ask_is_asked_nothing()
    {
        using var programs = new ProgramFolder();
        (await Juju(programs).Exec([], Made.Script("true"))).Value().Should().BeEmpty();
        programs.Gate.Asked.Should().BeEmpty();
    }

    [Test]
    public async Task An_option_and_the_controllers_uuid()
    {
        using var programs = new ProgramFolder().With(
            "juju",
            """
            case $1 in
              config) [ "$4 $5" = "keystone vip" ] && echo '127.12.4.50 127.12.8.50' ;;
              controllers) echo '{"controllers": {"vr0": {"uuid": "u-1"}}, "current-controller": "other"}' ;;
            esac
            """
        );
        (await Juju(programs).Option("keystone", "vip")).Value().Should().Be("127.12.4.50 127.12.8.50");
        (await Juju(programs).Controller()).Value().Should().Be(new JujuController("vr0", "u-1"));
        (await Juju(programs, Site with { Controller = "gone" }).Controller())
            .Unread(Unreadable.Garbled)
            .Sentence.ToString()
            .Should()
            .Contain("`controllers.gone.uuid` is missing");
    }

    [TestCase(0, false)]
    [TestCase(2, true)]
    public async Task Vault_is_asked_on_the_units_whose_agent_answers(int exit, bool isSealed)
    {
        using var programs = Vault(
            $$$$"""{"vault/0": {"results": {"return-code": {{{{exit}}}}, "stdout": "{\"initialized\": true, \"sealed\": {{{{(isSealed ? "true" : "false")}}}}, \"t\": 3, \"n\": 5, \"progress\": 1, \"version\": \"1.7.9\", \"storage_type\": \"mysql\"}"}}}"""
        );
        var statuses = (await new VaultUnits(Juju(programs), Site).SealStatus()).Value();
        statuses
            .Should()
            .BeEquivalentTo(
                new Dictionary<string, SealStatus>
                {
                    ["vault/0"] = new(true, isSealed, 3, 5, 1, "mysql", false, "1.7.9"),
                }
            );
        programs
            .Gate.Asked[^1]
            .Should()
            .BeOfType<Intent.Argv>()
            .Which.Words.Should()
            .Contain("vault/0")
            .And.NotContain("vault/0,vault/1")
            .And.EndWith("PATH=$PATH:/snap/bin VAULT_ADDR=http://127.0.0.1:8200 vault status -format=json");
    }

    [Test]
    public async Task A_vault_that_does_not_run_is_named_with_its_words()
    {
        using var programs = Vault(
            """{"vault/0": {"results": {"return-code": 1, "stderr": "Error checking seal status: connection refused"}}}"""
        );
        (await new VaultUnits(Juju(programs), Site).SealStatus())
            .Unread(Unreadable.Failed)
            .Sentence.ToString()
            .Should()
            .Be("vault status on vault/0 ended with exit 1: Error checking seal status: connection refused.");
    }

    private static ProgramFolder Vault(string answer) =>
        new ProgramFolder().With(
            "juju",
            $"if [ $1 = status ]; then cat <<'END'\n{Status}\nEND\nelse cat <<'END'\n{answer}\nEND\nfi"
        );

    private static JujuClient Juju(ProgramFolder programs, SiteJuju? site = null) =>
        new(programs.Shell(), site ?? Site, new Deadlines());
}
