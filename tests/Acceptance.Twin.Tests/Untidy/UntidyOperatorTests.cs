using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin;
using Acceptance.Twin.Tests.Personas;

namespace Acceptance.Twin.Tests.Untidy;

/// <summary>A cloud with every untidiness, as an operator's own programs show it.</summary>
public sealed class UntidyOperatorTests
{
    private OperatorShell _shell = null!;

    [OneTimeSetUp]
    public void Start() => _shell = new OperatorShell(new TwinOptions { World = "accepted", Untidy = ["all"] });

    [OneTimeTearDown]
    public async Task Stop() => await _shell.DisposeAsync();

    private async Task<string> Said(string script)
    {
        var (exit, said, error) = await _shell.Run(script);
        exit.Should().Be(0, "{0} said {1}{2}", script, said, error);
        return said;
    }

    [Test]
    public async Task The_model_is_another_users()
    {
        (await Said("juju switch")).Trim().Should().Be("juju-controller:stefan/openstack");
        (await Said("juju status -m juju-controller:stefan/openstack --format oneline")).Should().Contain("vault-ha/2");
        var (exit, _, error) = await _shell.Run("juju status -m juju-controller:openstack");
        exit.Should().Be(1);
        error.Should().Contain("model juju-controller:admin/openstack not found");
    }

    [Test]
    public async Task Juju_shows_subordinates_standbys_and_an_agent_at_work()
    {
        var status = JsonNode.Parse(await Said("juju status --format json"))!;
        var applications = status["applications"]!.AsObject();
        applications.Select(one => one.Key).Should().Contain(["filebeat", "nova-compute-gpu", "ceph-radosgw"]);
        applications["nova-compute"]!["units"]!.AsObject().Should().HaveCount(2);
        applications["vault-ha"]!["units"]!
            .AsObject()
            .Select(unit => (string)unit.Value!["workload-status"]!["message"]!)
            .Should()
            .Contain("Unit is ready (active: false, mlock: disabled)");
        status.ToJsonString().Should().Contain("running update-status hook");
    }

    [Test]
    public async Task Each_Vault_answers_for_itself()
    {
        const string ask = "juju exec --unit vault-ha/{0} -- VAULT_ADDR=http://127.0.0.1:8200 vault status";
        (await Said(ask.Replace("{0}", "0", StringComparison.Ordinal))).Should().MatchRegex(@"HA Mode\s+active");
        (await Said(ask.Replace("{0}", "2", StringComparison.Ordinal)))
            .Should()
            .MatchRegex(@"HA Mode\s+standby")
            .And.MatchRegex(@"Sealed\s+false");
    }

    [Test]
    public async Task A_raw_disk_and_an_ISO_carry_no_snapshot()
    {
        (await Said("sudo virsh domblklist openstack0 --details"))
            .Should()
            .MatchRegex(@"file\s+disk\s+vdc\s+\S+openstack0-data\.raw")
            .And.MatchRegex(@"file\s+cdrom\s+sda\s+\S+openstack0-seed\.iso");
        var info = JsonNode.Parse(
            await Said("sudo qemu-img info -U --output=json /var/lib/libvirt/images/openstack0-seed.iso")
        )!;
        ((string)info["format"]!, info["snapshots"]).Should().Be(("raw", null));
        var (exit, _, error) = await _shell.Run("sudo virsh snapshot-create-as openstack0 another");
        exit.Should().NotBe(0);
        error.Should().Contain("internal snapshot for disk vdc unsupported for storage type raw");
    }

    [Test]
    public async Task Addresses_answer_as_what_they_are()
    {
        var block = _shell.Twin.Block;
        (await Said($"curl -s https://127.{block}.4.60/")).Should().StartWith("<?xml").And.Contain("anonymous");
        (await Said($"curl -s -o /dev/null -w '%{{http_code}}' https://127.{block}.4.62/")).Should().Be("302");
    }

    [Test]
    public async Task An_haproxy_names_a_server_that_it_does_not_check()
    {
        var stat = await Said("juju exec --unit keystone/0 -- 'echo show stat | socat - /run/haproxy/admin.sock'");
        var rows = stat.Split('\n').Select(line => line.Split(',')).Where(cells => cells.Length > 36).ToArray();
        rows.Should().ContainSingle(cells => cells[17] == "no check" && cells[36].Length == 0);
        rows.Select(cells => cells.Length).Distinct().Should().ContainSingle();
        (await Said("juju exec --unit keystone/0 -- grep -c 'server .* check' /etc/haproxy/haproxy.cfg"))
            .Trim()
            .Should()
            .Be("3");
    }
}
