namespace Acceptance.Twin.Tests.Personas;

/// <summary>
/// phase-00 on the world that it starts from: what its lines type, in their order and in a wrong one.
/// </summary>
[TestFixture]
public sealed class TeardownPersonaTests
{
    private OperatorShell _shell = null!;

    [SetUp]
    public void Start() =>
        _shell = new OperatorShell(new Acceptance.Cloud.Twin.TwinOptions { World = "deployed-before-teardown" });

    [TearDown]
    public async Task Stop() => await _shell.DisposeAsync();

    [Test]
    public async Task The_baseline_names_four_running_hosts_the_orphan_and_six_spaces()
    {
        (
            await _shell.Run(
                "maas admin spaces read | jq -r '.[] | \"\\(.name)\\t\\([.subnets[]?.cidr] | join(\", \"))\"' | sort"
            )
        )
            .Out.Trim()
            .Split('\n')
            .Should()
            .HaveCount(6);
        (
            await _shell.Run(
                "maas admin machines read | jq -r '.[]|select(.hostname|test(\"^(openstack[0-3]|capi-mgmt)$\"))"
                    + "|\"\\(.hostname)\\t\\(.status_name)\"' | sort"
            )
        )
            .Out.Should()
            .Be(
                "capi-mgmt\tDeployed\nopenstack0\tDeployed\nopenstack1\tDeployed\nopenstack2\tDeployed\n"
                    + "openstack3\tDeployed\n"
            );
        (
            await _shell.Run(
                "f=/var/lib/libvirt/images/openstack0-1.qcow2; "
                    + "printf '%s %s %s' \"$(sudo virsh -c qemu:///system domstate openstack0 2>/dev/null)\" "
                    + "\"$(sudo stat -c '%U:%G' $f)\" \"$(sudo stat -c '%a' $f)\""
            )
        )
            .Out.Should()
            .Be("running libvirt-qemu:kvm 600");
    }

    [Test]
    public async Task Destroyed_by_its_name_the_model_takes_its_machines_out_of_maas_and_leaves_the_domains_shut_off()
    {
        (await _shell.Run("juju destroy-model openstack", "not this one\n"))
            .Should()
            .Match<(int Exit, string Out, string Err)>(answer => answer.Exit == 1 && answer.Err.Contains("aborted"));
        (await _shell.Run("juju models | grep -c openstack")).Out.Should().Be("1\n");

        (await _shell.Run("juju destroy-model openstack", "openstack\n")).Err.Should().EndWith("Model destroyed.\n");

        (await _shell.Run("juju models")).Out.Should().NotContain("openstack");
        (await _shell.Run("juju status")).Err.Should().StartWith("ERROR no model in focus");
        (await _shell.Run("maas admin machines read | jq -r '.[].hostname' | sort | xargs"))
            .Out.Should()
            .Be("capi-mgmt juju lxd tailscale\n");
        (await _shell.Run("sudo virsh list --all"))
            .Out.Split('\n')
            .Count(line => line.EndsWith("shut off", StringComparison.Ordinal))
            .Should()
            .Be(4);
        (await _shell.Run("sudo stat -c '%U:%G' /var/lib/libvirt/images/openstack0-1.qcow2"))
            .Out.Should()
            .Be("root:root\n", "nobody runs on it");
    }

    [Test]
    public async Task The_idle_network_goes_when_no_domain_refers_to_it_and_one_that_does_will_not_start()
    {
        await _shell.Run("for h in openstack0 openstack1; do sudo virsh destroy $h; done");
        var mac = (await _shell.Run("sudo virsh domiflist openstack0 | awk '$3==\"8_lbaas\"{print $5}'")).Out.Trim();
        (await _shell.Run($"sudo virsh detach-interface openstack0 network --mac {mac} --config"))
            .Out.Should()
            .Be("Interface detached successfully\n\n");
        (await _shell.Run($"sudo virsh detach-interface openstack0 network --mac {mac} --config"))
            .Err.Should()
            .StartWith("error: No interface with MAC address");
        (await _shell.Run("sudo virsh net-destroy 8_lbaas; sudo virsh net-undefine 8_lbaas"))
            .Out.Should()
            .Be("Network 8_lbaas destroyed\n\nNetwork 8_lbaas has been undefined\n\n");
        (await _shell.Run("sudo virsh net-list --all")).Out.Should().NotContain("8_lbaas");

        (await _shell.Run("sudo virsh start openstack0")).Out.Should().Contain("Domain 'openstack0' started");
        (await _shell.Run("sudo virsh start openstack1"))
            .Err.Should()
            .EndWith("error: Network not found: no network with matching name '8_lbaas'\n");
    }

    [Test]
    public async Task The_wipe_leaves_a_blank_disk_also_when_the_file_was_removed_under_a_running_guest()
    {
        const string wipe =
            "f=/var/lib/libvirt/images/openstack3-1.qcow2; sudo rm -f $f; "
            + "sudo qemu-img create -f qcow2 $f 512G; sudo chown root:root $f; sudo chmod 600 $f; "
            + "sudo qemu-img info $f | grep -E 'virtual size|disk size'; sudo stat -c '%U:%G %a' $f";
        (await _shell.Run("sudo qemu-img create -f qcow2 /var/lib/libvirt/images/openstack3-1.qcow2 512G"))
            .Err.Should()
            .Contain("Failed to get \"write\" lock");
        (await _shell.Run(wipe))
            .Out.Should()
            .EndWith(
                "virtual size: 512 GiB (549755813888 bytes)\ndisk size: 200 KiB\nroot:root 600\n",
                "the lock is on the inode that was removed"
            );
    }

    [Test]
    public async Task A_reenrolled_host_has_a_new_id_and_its_lease_blocks_its_address_until_it_is_released()
    {
        var id = await Reenrolled();

        var lease = (
            await _shell.Run("maas admin subnet ip-addresses 2 | jq -r '.[] | select(.alloc_type==6).ip'")
        ).Out.Trim();
        var link = $"maas admin interface link-subnet {id} enp7s0 subnet=2 mode=STATIC ip_address={lease}";
        (await _shell.Run(link))
            .Should()
            .Match<(int Exit, string Out, string Err)>(answer =>
                answer.Exit == 2 && answer.Out.Contains("IP address is already in use.")
            );
        (await _shell.Run($"maas admin ipaddresses release ip={lease} force=true"))
            .Out.Should()
            .Be($"IP address {lease} does not exist.\n", "force alone looks past it");
        (await _shell.Run($"maas admin ipaddresses release ip={lease} force=true discovered=true")).Exit.Should().Be(0);
        (await _shell.Run(link)).Exit.Should().Be(0);
    }

    private async Task<string> Reenrolled()
    {
        var before = (
            await _shell.Run("maas admin machines read hostname=openstack0 | jq -r '.[0].system_id'")
        ).Out.Trim();
        await _shell.Run("juju destroy-model openstack --no-prompt");
        await _shell.Run(
            "maas admin machines create hostname=openstack0 architecture=amd64 power_type=virsh "
                + "power_parameters_power_id=openstack0; sleep 200"
        );
        var after = (
            await _shell.Run(
                "maas admin machines read hostname=openstack0 | jq -r '.[0] | \"\\(.system_id) \\(.status_name)\"'"
            )
        )
            .Out.Trim()
            .Split(' ');
        after[1].Should().Be("Ready");
        after[0].Should().NotBe(before);
        return after[0];
    }

    [TestCase("maas whoami", 2, "invalid choice: 'whoami'")]
    [TestCase("maas admin whoami", 2, "invalid choice: 'whoami'")]
    [TestCase("virsh -c qemu:///system list --all", 1, "authentication unavailable")]
    [TestCase("sudo virsh edit openstack0", 64, "virsh: not emulated: virsh edit")]
    public async Task What_is_refused_is_refused_in_the_real_words(string line, int exit, string says)
    {
        var answer = await _shell.Run(line);
        answer.Exit.Should().Be(exit);
        answer.Err.Should().Contain(says);
    }
}
