using System.Text.Json;

namespace Acceptance.Twin.Tests.Personas;

[TestFixture]
public sealed class JujuPersonaTests
{
    private OperatorShell _shell = null!;

    [OneTimeSetUp]
    public void Start() => _shell = new OperatorShell();

    [OneTimeTearDown]
    public async Task Stop() => await _shell.DisposeAsync();

    [Test]
    public async Task The_four_formats_of_status_show_the_same_units()
    {
        var (_, json, _) = await _shell.Run("juju status --format=json");
        var (_, yaml, _) = await _shell.Run("juju status -m juju-controller:openstack --format yaml");
        var (_, table, _) = await _shell.Run("juju status");
        var (_, shorter, _) = await _shell.Run("juju status --format=oneline");

        using var document = JsonDocument.Parse(json);
        document
            .RootElement.GetProperty("model")
            .GetProperty("model-status")
            .GetProperty("since")
            .GetString()
            .Should()
            .MatchRegex(@"^\d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\dZ$");
        foreach (var unit in _shell.Twin.World.Juju.Units)
        {
            json.Should().Contain($"\"{unit.Name}\":{{");
            yaml.Should().Contain($"{unit.Name}:\n");
            table.Should().Contain($"{unit.Name}{(unit.IsLeader ? "*" : "")} ");
            shorter
                .Should()
                .MatchRegex(
                    $@"(?m)^(  )?- {unit.Name}: {unit.Machine.PrimaryAddress} \(agent:idle, workload:{unit.Workload}\)"
                );
        }
    }

    [Test]
    public async Task The_status_of_juju_machines_has_a_string_for_its_model_and_its_containers_inside()
    {
        var (_, stdout, _) = await _shell.Run("juju machines --format=json");

        using var document = JsonDocument.Parse(stdout);
        document.RootElement.GetProperty("model").GetString().Should().Be("openstack");
        document
            .RootElement.GetProperty("machines")
            .GetProperty("0")
            .GetProperty("containers")
            .GetProperty("0/lxd/1")
            .GetProperty("juju-status")
            .GetProperty("current")
            .GetString()
            .Should()
            .Be("started");
    }

    [Test]
    public async Task A_command_over_juju_ssh_sees_its_hosts_files_under_their_own_names_and_keeps_its_exit_code()
    {
        var (exit, stdout, stderr) = await _shell.Run(
            "juju ssh nova-compute/0 'sudo grep -il reserved_host_memory /etc/nova/nova.conf; "
                + "ls /etc/nova/none; exit 7' </dev/null"
        );

        (exit, stdout).Should().Be((7, "/etc/nova/nova.conf\n"));
        stderr.Should().Contain("'/etc/nova/none'").And.NotContain(_shell.Twin.Home);
    }

    [Test]
    public async Task Juju_ssh_eats_the_rest_of_a_script_on_its_standard_input_unless_it_is_closed()
    {
        var (_, eaten, _) = await _shell.Run("bash -s", "juju ssh vault/0 'echo inner'\necho outer\n");
        var (_, kept, _) = await _shell.Run("bash -s", "juju ssh vault/0 'echo inner' </dev/null\necho outer\n");

        eaten.Should().Be("inner\n");
        kept.Should().Be("inner\nouter\n");
    }

    [Test]
    public async Task One_exec_asks_many_units_and_says_who_failed()
    {
        var (exit, stdout, stderr) = await _shell.Run(
            "juju exec --format json -a keystone -- 'hostname; echo oops >&2; test $JUJU_UNIT_NAME != keystone/1'"
        );

        exit.Should().Be(1);
        using var document = JsonDocument.Parse(stdout);
        document
            .RootElement.EnumerateObject()
            .Select(unit => unit.Name)
            .Should()
            .Equal("keystone/0", "keystone/1", "keystone/2");
        var one = document.RootElement.GetProperty("keystone/1").GetProperty("results");
        one.GetProperty("return-code").GetInt32().Should().Be(1);
        one.GetProperty("stderr").GetString().Should().Be("oops\n");
        stderr.Should().Contain("ERROR the following task failed:\n - id \"").And.Contain("with return code 1\n");
    }

    [Test]
    public async Task The_human_output_of_an_action_indents_the_certificate_and_its_json_does_not()
    {
        var (_, human, _) = await _shell.Run("juju run vault/leader get-root-ca");
        var (exit, subject, _) = await _shell.Run(
            "juju run vault/leader get-root-ca --format json | jq -r '[.. | strings | "
                + "select(test(\"BEGIN CERTIFICATE\"))][0]' | openssl x509 -noout -subject"
        );

        human.Should().Contain("\n  -----BEGIN CERTIFICATE-----\n");
        (exit, subject).Should().Be((0, "subject=CN = Vault Root Certificate Authority (charm-pki-local)\n"));
    }

    [Test]
    public async Task A_stale_macaroon_reads_as_EOF_when_nobody_can_answer_and_a_login_cures_it()
    {
        _shell.Twin.Faults.Inject("juju-macaroon");

        var (exit, _, stderr) = await _shell.Run("juju ssh vault/0 true </dev/null");
        var (status, _, _) = await _shell.Run("juju login </dev/null; juju status vault >/dev/null");

        exit.Should().Be(1);
        stderr.Should().MatchRegex("^ERROR cannot get discharge from \"https://[0-9.]+:17070/auth\": EOF\n$");
        status.Should().Be(1, "a login without a password is none");
        (await _shell.Run("juju login && juju status vault", "secret\n")).Exit.Should().Be(0);
        _shell.Twin.Faults.Heal("juju-macaroon");
    }

    [Test]
    public async Task What_it_does_not_play_is_said()
    {
        var (exit, _, stderr) = await _shell.Run("juju bootstrap");

        (exit, stderr).Should().Be((64, "juju: not emulated: juju bootstrap\n"));
    }

    [Test]
    public async Task Another_model_is_not_this_one()
    {
        var (exit, _, stderr) = await _shell.Run("juju status -m openstack-old");

        (exit, stderr).Should().Be((1, "ERROR model juju-controller:admin/openstack-old not found\n"));
    }
}
