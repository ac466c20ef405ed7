using System.Text.Json.Nodes;
using Acceptance.Cloud;
using Acceptance.Cloud.Hypervisor;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Live.Hypervisor;
using Acceptance.Cloud.Live.Json;
using Acceptance.Cloud.Live.Juju;
using Acceptance.Cloud.Live.Shell;
using Acceptance.Cloud.Live.Vault;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Checks.Juju;
using Acceptance.Decisions.Checks.Vault;
using Acceptance.Decisions.Verdicts;
using Acceptance.Live.Tests.Shell;

namespace Acceptance.Live.Tests.Cases;

/// <summary>What juju, units' shells, Vault and libvirt may print and nobody here had seen.</summary>
public sealed class UnseenModels
{
    private const string Status = """
        {"model": {"name": "os", "type": "iaas", "controller": "c", "cloud": "maas", "version": "2.9.52",
                   "model-status": {"current": "available", "since": "20 Nov 2026 12:00:00+02:00"}, "sla": "unsupported"},
         "machines": {"0": {"juju-status": {"current": "started"}, "hostname": "n0", "dns-name": "n0.maas",
                      "containers": {"0/lxd/3": {"juju-status": {"current": "started"}, "instance-id": "juju-3",
                        "containers": {"0/lxd/3/lxd/1": {"juju-status": {"current": "down", "message": "agent lost"}}}}}},
                      "7": {"juju-status": {"current": "pending"}, "instance-id": "", "series": "jammy"}},
         "applications": {
          "vault": {"charm": "vault", "charm-name": "vault", "charm-channel": "1.8/stable", "charm-rev": 108,
            "base": {"name": "ubuntu", "channel": "22.04"}, "exposed": false, "application-status": {"current": "active"},
            "units": {"vault/2": {"workload-status": {"current": "active", "message": "Unit is ready\n(active: true)"},
              "juju-status": {"current": "idle", "version": "2.9.52"}, "leader": true, "upgrading-from": "ch:vault-107",
              "machine": "0/lxd/3", "open-ports": ["8200/tcp"], "public-address": "192.0.2.9",
              "subordinates": {"ntp/4": {"workload-status": {"current": "active", "message": "chrony: Ready"},
                "juju-status": {"current": "idle"}}}}}},
          "etcd": {"charm": "cs:etcd-501", "charm-channel": "stable", "charm-rev": 501, "series": "focal",
            "units": {"etcd/0": {"workload-status": {"current": "active", "message": null}, "juju-status": {"current": "idle"},
              "machine": "0", "subordinates": {"ntp/5": {"workload-status": {"current": "active"},
              "juju-status": {"current": "idle"}}}}}},
          "ntp": {"charm": "ntp", "charm-name": "ntp", "subordinate-to": ["etcd", "vault"], "charm-channel": "latest/stable"}},
         "application-endpoints": {"nova": {"url": "admin/other.nova", "application-status": {"current": "error"}}},
         "storage": {}, "controller": {"timestamp": "14:00:01Z"}}
        """;

    private static readonly SiteJuju Site = new() { Controller = "c", Model = "os" };

    [Test]
    public void A_status_of_another_version_is_read_whole()
    {
        var model = StatusDocument.Read(Body.Parse(Status));
        model.Machines.Select(one => one.Id).Should().Equal("0", "0/lxd/3", "0/lxd/3/lxd/1", "7");
        model
            .Units.Select(one => (one.Name, one.Principal, one.Machine))
            .Should()
            .Equal(
                ("vault/2", null, "0/lxd/3"),
                ("ntp/4", "vault/2", "0/lxd/3"),
                ("etcd/0", null, "0"),
                ("ntp/5", "etcd/0", "0")
            );
        model.Traced.Should().Be(new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero));
        EveryUnitIsAsExpected.Judge(model, Site, Evidence.None).Should().BeOfType<Verdict.Kept>();
    }

    [Test]
    public void A_machine_without_an_instance_leaves_no_hole() =>
        ((Verdict.Broken)EveryMachineIsStarted.Judge(StatusDocument.Read(Body.Parse(Status)), Site, Evidence.None))
            .Findings.Select(one => one.Sentence.ToString())
            .Should()
            .Equal("container 0/lxd/3/lxd/1 has an agent that is down", "machine 7 has an agent that is pending");

    [TestCase("latest/stable", "stable")]
    [TestCase("stable", "latest/stable")]
    [TestCase("1.8/stable", "1.8")]
    [TestCase("latest/edge", "edge")]
    public void A_channel_in_its_other_spelling_is_the_same(string live, string named) =>
        Charms(live, named).Should().BeOfType<Verdict.Kept>();

    [TestCase("1.8/stable", "1.16/stable")]
    [TestCase("1.8/stable", "stable")]
    [TestCase("1.8/edge", "1.8")]
    public void Another_channel_is_another(string live, string named) =>
        Charms(live, named).Should().BeOfType<Verdict.Broken>();

    private static Verdict Charms(string live, string named) =>
        CharmsAreAsNamed.Judge(
            new JujuModel("c", "os", [], [new("vault", "vault", 1, []) { Channel = live }], []),
            Site with
            {
                Expected = new Dictionary<string, ExpectedState> { ["vault"] = new() { Channel = named } },
            },
            Evidence.None
        );

    [TestCase("ERROR cannot load cookies: open /srv/juju/.local/share/juju/cookies/c.json: permission denied")]
    [TestCase("ERROR open /srv/juju/.local/share/juju/accounts.yaml: permission denied")]
    [TestCase("cannot create user data directory: /srv/juju/snap/juju/28: Permission denied")]
    [TestCase("ERROR cannot acquire lock file: mkdir /tmp/juju-locks: permission denied")]
    public async Task A_file_of_our_own_that_is_closed_is_no_missing_grant(string error)
    {
        using var programs = new ProgramFolder().With("juju", $"echo '{error}' >&2; exit 1");
        (await new JujuClient(programs.Shell(), Site, new Deadlines()).Status())
            .Unread(Unreadable.NotOursToRead)
            .Sentence.ToString()
            .Should()
            .Contain("a file of juju's own on this machine is closed to this user")
            .And.Contain("ermission denied")
            .And.NotContain("grant");
    }

    [TestCase("ERROR permission denied", Unreadable.Forbidden)]
    [TestCase("ERROR cannot get models: permission denied (unauthorized access)", Unreadable.Forbidden)]
    [TestCase("ERROR model c:admin/os not found", Unreadable.NotFound)]
    [TestCase(
        "ERROR opening API connection: x509: certificate signed by unknown authority",
        Unreadable.UntrustedCertificate
    )]
    public async Task Other_errors_keep_their_reason(string error, Unreadable why)
    {
        using var programs = new ProgramFolder().With("juju", $"echo '{error}' >&2; exit 1");
        (await new JujuClient(programs.Shell(), Site, new Deadlines()).Status()).Unread(why);
    }

    [TestCase("Unit is ready: Mode: R/O, Cluster is ONLINE and can tolerate up to 2 failures.", true)]
    [TestCase("Unit is ready: Mode: n/a, Cluster is ONLINE and can tolerate up to ONE failure.", false)]
    [TestCase("Unit is ready: Mode: R/O, Cluster is ONLINE_PARTIAL and can tolerate up to ONE failure.", false)]
    [TestCase("Unit is ready: Mode: R/O, Cluster is NOT tolerant to any failures. 1 member is not active.", false)]
    [TestCase("Cluster is inaccessible from this instance. Please check logs for details.", false)]
    public void A_members_words_are_read_whole(string message, bool kept)
    {
        JujuUnit Member(int number, string says) =>
            new($"db/{number}", "db", WorkloadStatus.Active, AgentStatus.Idle, says, false, "0", "", null, null);
        var writer = message.Replace("R/O", "R/W").Replace("Cluster is NOT", "Cluster is ONLINE, NOT");
        var model = new JujuModel(
            "c",
            "os",
            [],
            [new("db", "mysql-innodb-cluster", 2, [])],
            [Member(0, kept ? writer : Healthy), Member(1, message)]
        );
        (MySqlToleratesAFailure.Judge(model, Site, Evidence.None) is Verdict.Kept).Should().Be(kept);
    }

    private const string Healthy = "Unit is ready: Mode: R/W, Cluster is ONLINE and can tolerate up to ONE failure.";

    [TestCase("UP 1/2", true)]
    [TestCase("MAINT (via be/x)", true)]
    [TestCase("DRAIN", true)]
    [TestCase("no check", false)]
    [TestCase("UP", false)]
    public void Every_word_of_a_server_is_known(string word, bool broken)
    {
        const string Columns = "# pxname,svname,status,type,check_status\n";
        var verdict = NoBackendIsDown.Judge(
            Said(0, $"{Columns}k,FRONTEND,OPEN,0,\nk,n0,{word},2,* L4OK\nk,BACKEND,UP,1,\n", ""),
            Evidence.None
        );
        (verdict is Verdict.Broken).Should().Be(broken);
        if (broken)
            verdict.Sentence.ToString().Should().Contain($"k/n0 is {word} (L4OK)");
    }

    private const string Noise =
        "sudo: unable to resolve host juju-1-lxd-3: Temporary failure in name resolution\n"
        + "bash: warning: setlocale: LC_ALL: cannot change locale (en_US.UTF-8)\n";

    [Test]
    public void What_sudo_and_bash_say_beside_it_is_no_reason()
    {
        const string Dead =
            "2026/11/20 10:00:00 socat[7] E connect(5, AF=1 \"/run/haproxy/admin.sock\", 27): No such file";
        NoBackendIsDown
            .Judge(Said(1, "", Noise + Dead), Evidence.None)
            .Sentence.ToString()
            .Should()
            .Contain("socat[7] E connect")
            .And.NotContain("resolve host");
        EveryChassisIsConnected
            .Judge(Said(1, "", Noise + "ovn-appctl: cannot connect"), Evidence.None)
            .Sentence.ToString()
            .Should()
            .Contain("says \"ovn-appctl: cannot connect\"");
    }

    [TestCase("/usr/bin/python3: No module named pip")]
    [TestCase("ModuleNotFoundError: No module named 'pip._internal'")]
    [TestCase("bash: line 1: /usr/bin/pip3: Permission denied")]
    [TestCase("bash: line 1: /usr/bin/pip3: cannot execute: required file not found")]
    [TestCase("sudo: no tty present and no askpass program specified")]
    public void A_program_that_cannot_start_says_nothing(string stderr) =>
        ConductorRunsTheDriver
            .Judge(Said(0, "1790000000\n", Noise + stderr), Said(0, "", ""), JujuCases.Site.Management!, Evidence.None)
            .Should()
            .BeOfType<Verdict.Unknown>()
            .Which.Sentence.ToString()
            .Should()
            .Contain(stderr);

    [TestCase("1.8.8", "\"type\": \"shamir\", \"migration\": false, \"nonce\": \"\",", "")]
    [TestCase(
        "1.16.3",
        "\"type\": \"awskms\", \"build_date\": \"2024-05-29\", \"removed_from_cluster\": null,",
        "WARNING! VAULT_ADDR unset."
    )]
    public async Task A_Vault_of_either_age_is_read(string version, string more, string stderr)
    {
        var said = new JsonObject
        {
            ["vault/2"] = new JsonObject
            {
                ["results"] = new JsonObject
                {
                    ["return-code"] = 0,
                    ["stderr"] = stderr,
                    ["stdout"] = $$"""
                        { {{more}} "initialized": true, "sealed": false, "t": 3, "n": 5, "progress": 0, "version": "{{version}}",
                         "cluster_name": "c", "recovery_seal": false, "storage_type": "mysql", "ha_enabled": true }
                        """,
                },
            },
        };
        using var programs = new ProgramFolder().With(
            "juju",
            $"if [ $1 = status ]; then cat <<'END'\n{Status}\nEND\nelse cat <<'END'\n{said}\nEND\nfi"
        );
        var seals = (
            await new VaultUnits(new JujuClient(programs.Shell(), Site, new Deadlines()), Site).SealStatus()
        ).Value();
        VaultIsUnsealed.Judge(["vault/2"], seals, Evidence.None).Should().BeOfType<Verdict.Kept>();
    }

    [Test]
    public async Task A_disk_that_is_no_file_here_is_not_asked_for_snapshots()
    {
        using var programs = new ProgramFolder().With(
            "sudo",
            """
            case $* in
              *domblklist*) printf ' Target   Source\n------------\n vda      /a b.qcow2\n vdb      rbd/vm-1\n sda      -\n\n' ;;
              *rbd*) echo 'qemu-img: Could not open rbd/vm-1: No such file or directory' >&2; exit 1 ;;
              *) echo '{"format": "qcow2", "snapshots": [{"name": "s", "date-sec": 1779300000}]}' ;;
            esac
            """
        );
        var disks = await new LibvirtHypervisor(
            programs.Shell(),
            new() { Domains = ["d"] },
            new Deadlines()
        ).Snapshots(["d"]);
        disks
            .Value()
            .Select(one => (one.Target, one.File, one.Format, one.CanCarryAny))
            .Should()
            .Equal(("vda", "/a b.qcow2", "qcow2", true), ("vdb", "rbd/vm-1", "network", false));
    }

    [Test]
    public async Task Virsh_in_another_tongue_is_still_a_table()
    {
        using var programs = new ProgramFolder().With(
            "sudo",
            "printf ' ID   Name       Status\\n---------------\\n 1    node-0   laufend\\n -    node 1     shut off\\n'"
        );
        var domains = (
            await new LibvirtHypervisor(programs.Shell(), new() { Domains = [] }, new Deadlines()).Domains()
        ).Value();
        domains
            .Select(one => (one.Name, one.State.ToString(), one.State.Known))
            .Should()
            .Equal(("node-0", "laufend", null), ("node 1", "shut off", DomainState.ShutOff));
    }

    private static UnitAnswers Said(int exit, string stdout, string stderr) =>
        new(["u/0"], [], new Dictionary<string, UnitAnswer> { ["u/0"] = new("u/0", exit, stdout, stderr) });
}
