using System.Text.Json;
using Acceptance.Cloud;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Hypervisor;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.Live.Hypervisor;
using Acceptance.Cloud.Live.Kubernetes;
using Acceptance.Cloud.Live.Shell;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Checks.Snapshots;
using Acceptance.Decisions.Verdicts;
using Acceptance.Decisions.Waits;
using Acceptance.Live.Tests.OpenStack;
using Acceptance.Live.Tests.Shell;
using Acceptance.Surroundings;

namespace Acceptance.Live.Tests.Cases;

/// <summary>What Octavia, Cluster API, Magnum and disks of other clouds said.</summary>
public sealed class ClusterCases
{
    private static readonly Site Site = new SiteReader().Read(WorkTree.PathOf("sites", "vr0-dc0.json"));

    private static readonly DateTimeOffset Deployed = DateTimeOffset.FromUnixTimeSeconds(1779300000).AddDays(-1);

    private static readonly OctaviaPending Pending = new(
        new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero),
        TimeSpan.FromMinutes(30)
    );

    [Test]
    public async Task C24_a_failover_that_Octavia_has_stopped_is_broken()
    {
        var finding = (await Amphorae("C24-amphora-failover-stopped.json"))
            .Aloud("C24", "an amphora that is FAILOVER_STOPPED")
            .Should()
            .BeOfType<Verdict.Broken>()
            .Which.Findings.Single();
        finding.Victim.Should().Be("b1000000-0000-0000-0000-000000000001");
        finding.Entry.Should().BeNull();
        finding.Sentence.ToString().Should().Contain("its circuit breaker").And.Contain("failover_threshold");
    }

    [Test]
    public async Task C25_an_amphora_that_boots_for_days_is_overdue() =>
        (await Amphorae("C25-amphora-booting-for-days.json"))
            .Aloud("C25", "an amphora that is BOOTING for three days")
            .Should()
            .BeOfType<Verdict.Broken>()
            .Which.Sentence.ToString()
            .Should()
            .Contain("is BOOTING since 2026-11-17 10:00 UTC: overdue, it is given 30 min");

    [TestCase("2026-11-20T09:45:00", null)]
    [TestCase("2026-11-17T10:00:00", "is PENDING_CREATE since 2026-11-17 10:00 UTC: overdue")]
    public async Task C25b_a_tenants_balancer_that_is_pending_for_days_is_said(string created, string? says)
    {
        var body = CaseInput.Text("C25-lb-pending-create-for-days.json").Replace("2026-11-17T10:00:00", created);
        await using var cloud = new RestCloud("/v2.0/lbaas/loadbalancers", body);
        var all = await cloud.OpenStack.LoadBalancing.LoadBalancers(Scope.Admin);
        var verdict = LoadBalancersServe
            .Judge(all.Value(), Site.Octavia!, all.Evidence, Pending)
            .Aloud("C25b", $"a tenant's load balancer, PENDING_CREATE since {created}");
        if (says is null)
            verdict.Should().BeOfType<Verdict.Kept>();
        else
            verdict.Should().BeOfType<Verdict.Broken>().Which.Sentence.ToString().Should().Contain(says);
    }

    [Test]
    public void C23_nodes_over_several_lines_are_no_part_of_the_status() =>
        ManagementIsReady
            .Judge("mgmt", new ShellAnswer(0, CaseInput.Text("C23-k8s-status-wrapped-nodes.txt"), ""), Evidence.None)
            .Aloud("C23", "k8s status with its nodes over several lines")
            .Should()
            .BeOfType<Verdict.Kept>();

    [Test]
    public async Task C35_a_create_in_progress_is_not_yet()
    {
        await using var cloud = new RestCloud("/v1/clusters/c", CaseInput.Text("C35-magnum-create-in-progress.json"));
        var cluster = (await cloud.OpenStack.ContainerInfra.Cluster(Scope.Admin, "c")).Value();
        var seen = ClusterIsComplete.Look(cluster).Should().BeOfType<Observation<MagnumCluster>.NotYet>().Which.Seen;
        ReadAloud.Say("C35", "a cluster that Magnum is making", [$"not yet: {seen}"]);
    }

    [Test]
    public async Task L01_anothers_cluster_of_the_name_is_not_ours()
    {
        var ours = CaseInput
            .Text("C35-magnum-create-in-progress.json")
            .Replace("ec0f251d-0000-0000-0000-000000000000", "p1");
        var theirs = CaseInput.Text("C35-magnum-create-in-progress.json").Replace("e4028530", "ffffffff");
        await using var cloud = new RestCloud("/v1/clusters/detail", $$"""{"clusters": [{{theirs}}, {{ours}}]}""");
        (await cloud.OpenStack.ContainerInfra.Clusters(Scope.Admin)).Value().Should().HaveCount(2);
        (await cloud.OpenStack.ClustersOf(Scope.Admin))
            .Aloud("L01", "a cluster of ours and one of another project, both of one name", Clusters)
            .Value()
            .Should()
            .ContainSingle()
            .Which.Uuid.Should()
            .StartWith("e4028530");
    }

    [Test]
    public void C26_a_refusal_that_stands_in_the_failure_message_alone_is_read()
    {
        var verdict = Judge("C26-openstackcluster-failureMessage-403.json")
            .Aloud("C26", "an OpenStackCluster without conditions, a 403 in its failureMessage");
        verdict.Should().BeOfType<Verdict.Broken>().Which.Findings.Single().Entry.Should().Be("D-039");
    }

    [Test]
    public void C28_what_holds_a_cluster_is_shown_and_a_past_failure_is_history()
    {
        Judge("C28-openstackcluster-lb-pending.json")
            .Aloud("C28", "an OpenStackCluster that waits for its load balancer, by its failureMessage alone")
            .Should()
            .BeOfType<Verdict.Kept>()
            .Which.Sentence.ToString()
            .Should()
            .Contain("current state is PENDING_UPDATE")
            .And.Contain("status.failureMessage of capi-test-1-abcdefghijkl in magnum-p2, which bears no date");
        Judge("C26-openstackcluster-failureMessage-403.json", own => own with { Ready = true })
            .Aloud("C28", "the OpenStackCluster of C26, ready by now")
            .Should()
            .BeOfType<Verdict.Kept>()
            .Which.Sentence.ToString()
            .Should()
            .Contain("the last failure it keeps is: CreateError: failed to reconcile load balancer");
    }

    [Test]
    public async Task C34_a_raw_disk_and_an_ISO_carry_no_snapshot_and_are_said()
    {
        using var programs = new ProgramFolder().With(
            "sudo",
            $"""
            case $* in
              *domblklist*) cat {CaseInput.PathOf("C34-domblklist.txt")} ;;
              *.iso) cat {CaseInput.PathOf("C34-iso-info.json")} ;;
              */dev/vg0*) cat {CaseInput.PathOf("C34-raw-info.json")} ;;
              *) cat {CaseInput.PathOf("C34-vda-info.json")} ;;
            esac
            """
        );
        var hypervisor = new LibvirtHypervisor(programs.Shell(), new() { Domains = ["openstack0"] }, new Deadlines());
        var disks = await hypervisor.Snapshots(["openstack0"]);
        Judged(disks.Value())
            .Aloud("C34", "a domain with a qcow2 disk, a raw device and an ISO")
            .Should()
            .BeOfType<Verdict.Kept>()
            .Which.Sentence.ToString()
            .Should()
            .StartWith("1 disk of 1 domain carries snapshot-1")
            .And.Contain("not applicable, because they carry none: openstack0/vdb (raw), openstack0/sda (raw)");
        Judged([.. disks.Value().Skip(1)])
            .Aloud("C34", "a domain with a raw device and an ISO alone")
            .Should()
            .BeOfType<Verdict.Unknown>();

        Verdict Judged(IReadOnlyList<DiskSnapshots> read) =>
            BaselineStands.Judge(read, ["openstack0"], Site.Snapshots!, Deployed, null, disks.Evidence);
    }

    [Test]
    public async Task C42_a_template_that_names_its_flavors_by_id_is_as_written()
    {
        await using var cloud = new RestCloud("/v1/clustertemplates", CaseInput.Text("C42-template-flavor-ids.json"));
        var template = (await cloud.OpenStack.ContainerInfra.Templates(Scope.Admin)).Value().Single();
        Flavor[] flavors =
        [
            new(template.MasterFlavor, Site.Workload!.MasterFlavor.Name, 1, 1, 1),
            new(template.WorkerFlavor, Site.Workload.WorkerFlavor.Name, 1, 1, 1),
        ];
        var named = TemplateIsAsWritten.Named(template, flavors);
        ReadAloud.Say(
            "C42",
            "a template that names its flavors by id",
            [$"read: master flavor {named.MasterFlavor}, worker flavor {named.WorkerFlavor}"]
        );
        (named.MasterFlavor, named.WorkerFlavor)
            .Should()
            .Be((Site.Workload.MasterFlavor.Name, Site.Workload.WorkerFlavor.Name));
        TemplateIsAsWritten.Named(template, []).Should().Be(template);
    }

    [Test]
    public void L15_a_cluster_without_a_credential_is_no_missing_role() =>
        TenantSetupStands
            .JudgeCredential([], JujuCases.ACluster(default), Site.Workload!, Evidence.None)
            .Aloud("L15", "the cluster's user has no application credential")
            .Should()
            .BeOfType<Verdict.Unknown>()
            .Which.Entry.Should()
            .BeNull();

    private static string Clusters(IReadOnlyList<MagnumCluster> all) =>
        string.Join("; ", all.Select(one => $"{one.Name} {one.Uuid} of the project {one.ProjectId}"));

    private static async Task<Verdict> Amphorae(string input)
    {
        await using var cloud = new RestCloud("/v2.0/octavia/amphorae", CaseInput.Text(input));
        var all = await cloud.OpenStack.LoadBalancing.Amphorae();
        return AmphoraeAreAllocated.Judge(all.Value(), [], "services", all.Evidence, Pending);
    }

    private static Verdict Judge(string input, Func<CustomObject, CustomObject>? changed = null)
    {
        using var list = JsonDocument.Parse(CaseInput.Text(input));
        var own = Objects.Customs(list.RootElement).Single();
        return CapoIsNotRefused.Judge(
            [changed?.Invoke(own) ?? own],
            JujuCases.ACluster(default) with
            {
                StackId = own.Name,
            },
            "magnum-p2",
            overdue: false,
            Evidence.None
        );
    }
}
