using Acceptance.Cloud;
using Acceptance.Cloud.Hypervisor;
using Acceptance.Cloud.Live.Hypervisor;
using Acceptance.Cloud.Live.Shell;
using Acceptance.Cloud.Sites;
using Acceptance.Live.Tests.Shell;

namespace Acceptance.Live.Tests.Hypervisor;

public sealed class LibvirtHypervisorTests
{
    [Test]
    public async Task Domains_as_virsh_lists_them()
    {
        using var programs = Sudo($"cat <<'END'\n{Captures.Stdout("virsh-list-all")}\nEND");
        (await Hypervisor(programs).Domains()).Value().Should().Equal(new Domain("test", DomainState.Running));
        programs
            .Gate.Asked.Should()
            .ContainSingle()
            .Which.ToString()
            .Should()
            .Be("sudo -n virsh -c qemu:///system list --all");
        using var off = Sudo("printf ' Id   Name         State\\n-----\\n -    openstack0   shut off\\n\\n'");
        (await Hypervisor(off).Domains()).Value().Should().Equal(new Domain("openstack0", DomainState.ShutOff));
    }

    [Test]
    public async Task Snapshots_of_each_disk_oldest_first_and_a_disk_without_any()
    {
        using var programs = Sudo(
            $$"""
            case $* in
              *domblklist*) cat <<'END'
            {{Captures.Stdout("virsh-qemu-domblklist-off")}}
            END
              ;;
              *openstack0-1.qcow2) cat <<'END'
            {{Captures.Stdout("qemu-img-info-512G-json")}}
            END
              ;;
              *) echo '{"snapshots": [{"name": "s2", "date-sec": 1780000100, "id": "2"}, {"name": "s1", "date-sec": 1780000000, "id": "1"}], "format": "qcow2"}' ;;
            esac
            """
        );
        var disks = (await Hypervisor(programs).Snapshots(["openstack0"])).Value();
        disks
            .Select(disk => (disk.Domain, disk.Target, disk.File))
            .Should()
            .Equal(
                ("openstack0", "vda", "/var/lib/libvirt/images/openstack0.qcow2"),
                ("openstack0", "vdb", "/var/lib/libvirt/images/openstack0-1.qcow2")
            );
        disks[0]
            .Snapshots.Should()
            .Equal(
                new DiskSnapshot("s1", DateTimeOffset.FromUnixTimeSeconds(1780000000)),
                new DiskSnapshot("s2", DateTimeOffset.FromUnixTimeSeconds(1780000100))
            );
        disks[1].Snapshots.Should().BeEmpty();
    }

    [TestCase("sudo: a password is required", Unreadable.NotOursToRead, "(R7)")]
    [TestCase(
        "error: failed to connect to the hypervisor",
        Unreadable.Refused,
        "libvirt at qemu:///system does not answer"
    )]
    [TestCase("error: failed to get domain 'openstack9'", Unreadable.NotFound, "openstack9")]
    public async Task What_stands_in_the_way_is_named(string error, Unreadable why, string says)
    {
        using var programs = Sudo($"echo \"{error}\" >&2; exit 1");
        (await Hypervisor(programs).Snapshots(["openstack9"])).Unread(why).Sentence.ToString().Should().Contain(says);
    }

    [Test]
    public async Task What_is_no_table_is_garbled()
    {
        using var programs = Sudo("echo nothing like it");
        (await Hypervisor(programs).Domains())
            .Unread(Unreadable.Garbled)
            .Sentence.ToString()
            .Should()
            .Contain("is no table");
    }

    private static ProgramFolder Sudo(string script) => new ProgramFolder().With("sudo", script);

    private static LibvirtHypervisor Hypervisor(ProgramFolder programs) =>
        new(programs.Shell(), new SiteHypervisor { Domains = [] }, new Deadlines());
}
