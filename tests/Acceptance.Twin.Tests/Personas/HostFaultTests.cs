namespace Acceptance.Twin.Tests.Personas;

/// <summary>Fault, cause, symptom: in the output of a real shell, and gone again when healed.</summary>
[TestFixture]
public sealed class HostFaultTests
{
    private const string CharmsLine = "juju status --format=short | grep -vE 'active|idle' || echo \"all active/idle\"";
    private const string Ssh =
        "source ~/capi-mgmt-net.env; ssh -i ~/.ssh/id_ed25519 -o BatchMode=yes -o StrictHostKeyChecking=no -o "
        + "UserKnownHostsFile=/dev/null -o ConnectTimeout=10 ubuntu@\"$MGMT_FIP\" ";

    private OperatorShell _shell = null!;

    [SetUp]
    public void Start() => _shell = new OperatorShell();

    [TearDown]
    public async Task Stop() => await _shell.DisposeAsync();

    [Test]
    public async Task The_literal_line_of_D_011_1_is_fooled_by_a_sealed_vault_a_lost_agent_and_an_empty_status()
    {
        foreach (var fault in (string[])["vault-sealed", "agent-lost", "empty-status"])
        {
            _shell.Twin.Faults.Inject(fault);
            (await _shell.Run(CharmsLine)).Out.Should().Contain("all active/idle", fault);
            _shell.Twin.Faults.Heal(fault);
        }
    }

    [Test]
    public async Task A_sealed_vault_says_so_exits_2_and_three_hidden_shares_unseal_it()
    {
        _shell.Twin.Faults.Inject("vault-sealed");
        (await _shell.Run("juju status vault")).Out.Should().Contain("Unit is sealed");
        var (exit, stdout, _) = await _shell.Run(
            "juju ssh vault/0 -- 'VAULT_ADDR=http://127.0.0.1:8200 vault status' </dev/null"
        );
        exit.Should().Be(2);
        stdout
            .Should()
            .MatchRegex(@"(?m)^Sealed +true$")
            .And.MatchRegex(@"(?m)^Unseal Progress +0/3$")
            .And.NotContain("Cluster ID");

        const string unseal = "juju ssh --pty=true vault/0 -- 'VAULT_ADDR=http://127.0.0.1:8200 vault operator unseal'";
        foreach (var share in _shell.Twin.World.Vault.Shares.Take(3))
            (await _shell.Run(unseal, share + "\n")).Exit.Should().Be(0);

        (
            await _shell.Run(
                "juju ssh vault/0 -- 'VAULT_ADDR=http://127.0.0.1:8200 vault status -format=json' </dev/null | "
                    + "jq .sealed"
            )
        )
            .Out.Should()
            .Be("false\n");
        (await _shell.Run("juju exec -u vault/0 hooks/update-status; juju status vault"))
            .Out.Should()
            .Contain("Unit is ready (active: true");
        _shell
            .Twin.World.Recorder.Entries.SelectMany(entry => entry.Argv)
            .Should()
            .NotContain(word => _shell.Twin.World.Vault.Shares.Any(word.Contains));
    }

    [Test]
    public async Task A_dead_container_passes_the_runbooks_jq_and_its_units_do_not_answer()
    {
        var down = _shell.Twin.Faults.Inject("lxd-container-down").Victim!;
        var unit = _shell.Twin.World.Juju.FindMachine(down)!.Units[0];

        (
            await _shell.Run(
                "juju machines --format=json | jq -r '.machines | to_entries[] | "
                    + "\"\\(.key)  agent=\\(.value.\"juju-status\".current)\"' | grep -v 'agent=started' || "
                    + "echo \"all machines started\""
            )
        )
            .Out.Should()
            .Be("all machines started\n");
        (await _shell.Run("juju status --format=short"))
            .Out.Should()
            .Contain($"- {unit.Name}: {unit.Machine.PrimaryAddress} (agent:lost, workload:unknown)");
        var before = _shell.Twin.World.Now;
        var (exit, _, stderr) = await _shell.Run($"juju exec -u {unit.Name} --wait 2m -- true");
        exit.Should().Be(1);
        stderr.Should().EndWith($"ERROR timed out waiting for results from: unit {unit.Name}\n");
        (_shell.Twin.World.Now - before).Should().BeGreaterThanOrEqualTo(TimeSpan.FromMinutes(2));
    }

    [Test]
    public async Task D_045_is_in_haproxys_own_words_while_juju_is_green_and_a_reload_cures_it()
    {
        var unit = _shell.Twin.Faults.Inject("D-045").Victim!.Split(' ')[0];
        const string sweep =
            "echo 'show stat' | sudo socat stdio /var/run/haproxy/admin.sock | grep ',DOWN,' | "
            + "grep -vE 'FRONTEND|BACKEND' | cut -d, -f18,37,38";

        (await _shell.Run(CharmsLine)).Out.Should().Be("all active/idle\n");
        (await _shell.Run($"juju exec -u {unit} -- \"{sweep}\"")).Out.Should().Be("DOWN,L7STS,400\n");
        (
            await _shell.Run(
                $"juju exec -u {unit} -- 'sudo haproxy -c -f /etc/haproxy/haproxy.cfg && sudo systemctl reload haproxy'"
            )
        )
            .Out.Should()
            .Be("Configuration file is valid\n");
        (
            await _shell.Run(
                $"juju exec -u {unit} -- \"echo 'show stat' | sudo socat stdio /var/run/haproxy/admin.sock\""
            )
        )
            .Out.Should()
            .Contain(",UP 1/3,", "a reload forgets who was down");
        await _shell.Run("sleep 5");
        (
            await _shell.Run(
                $"juju exec -u {unit} -- \"echo 'show stat' | sudo socat stdio /var/run/haproxy/admin.sock\""
            )
        )
            .Out.Should()
            .Contain(",UP,")
            .And.NotContain("1/3")
            .And.NotContain("DOWN");
    }

    [Test]
    public async Task Every_fault_leaves_what_it_found_when_it_is_healed()
    {
        var before = await Seen();
        foreach (
            var fault in Acceptance
                .Cloud.Twin.Faults.Hosts.HostFaults.All()
                .Select(fault => fault.Id)
                .Where(id => id != "juju-hangs")
        )
        {
            _shell.Twin.Faults.Inject(fault).Victim.Should().NotBeNull(fault);
            _shell.Twin.Faults.Heal(fault);
            (await Seen()).Should().Be(before, fault);
        }
    }

    [Test]
    public async Task A_tenant_that_cannot_reach_the_vip_says_so_from_inside()
    {
        const string probe =
            Ssh
            + "\"timeout 6 bash -c 'exec 3<>/dev/tcp/$(grep -o '127[0-9.]*' ~/admin-openrc | head -1)/5000' && "
            + "echo VIP-OK || echo VIP-FAIL\" </dev/null";
        (await _shell.Run(probe)).Out.Should().Be("VIP-OK\n");

        _shell.Twin.Faults.Inject("tenant-cannot-reach-vip");

        (await _shell.Run(probe)).Out.Should().Be("VIP-FAIL\n");
    }

    [Test]
    public async Task The_management_vms_port_and_shell_follow_its_boot()
    {
        lock (_shell.Twin.World.Gate)
            _shell.Twin.World.Management.Power(false);
        (await _shell.Run(Ssh + "uptime </dev/null")).Exit.Should().Be(255);
        lock (_shell.Twin.World.Gate)
            _shell.Twin.World.Management.Power(true);
        (await _shell.Run(Ssh + "uptime </dev/null")).Err.Should().EndWith("port 22: Connection refused\r\n");

        await _shell.Run("sleep 300");

        (
            await _shell.Run(
                "source ~/capi-mgmt-net.env; timeout 5 bash -c "
                    + $"\"exec 3<>/dev/tcp/$MGMT_FIP/{_shell.Twin.World.Listeners.Actual(22)}\" && echo SSH-PORT-OK"
            )
        )
            .Out.Should()
            .Be("SSH-PORT-OK\n");
        (await _shell.Run(Ssh + "'sudo k8s status 2>&1 | head -1' </dev/null"))
            .Out.Should()
            .NotContain("status:           ready");
        await _shell.Run("sleep 1200");
        (await _shell.Run(Ssh + "'sudo k8s status 2>&1 | head -1' </dev/null"))
            .Out.Should()
            .Be("cluster status:           ready\n");
    }

    private async Task<string> Seen() =>
        (
            await _shell.Run(
                "juju status --format=short; juju exec -a nova-compute --format json -- sudo grep -i "
                    + "reserved_host_memory /etc/nova/nova.conf | jq -r '.[].results.stdout'; "
                    + "sudo virsh snapshot-list openstack0 --name; sudo virsh snapshot-list openstack3 --name"
            )
        ).Out;
}
