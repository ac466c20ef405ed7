using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Runs.Journals;
using Acceptance.Runs.Resources;
using Acceptance.Runs.Waits;
using Acceptance.Steps.Tests.InMemory;

namespace Acceptance.Steps.Tests.Journals;

/// <summary>Only what the journal says a dead run made, and what bears that run's mark, is swept.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SweeperTests : IDisposable
{
    private readonly StateFolder _state = new();
    private readonly HandClock _clock = new();
    private readonly SmallCloud _cloud = new();
    private readonly List<string> _said = [];

    public void Dispose() => _state.Dispose();

    private async Task Dead(string kind, string name, string? id = null) =>
        await new Journal(_state.Path, "run-dead", _clock).Do(
            "create",
            kind,
            name,
            null,
            () => Read.Seen(id ?? "made"),
            made => made
        );

    private async Task<Journal> Sweep()
    {
        var journal = new Journal(_state.Path, "run-new", _clock);
        var site = new Site { Name = "edge-lab", Credentials = new SiteCredentials() };
        var gatekeeper = new Gatekeeper(_clock, site, _clock, line => _said.Add(line.ToString()));
        var removal = new ClusterRemoval(_cloud.Magnum, Scope.Admin, journal, gatekeeper, _ => null);
        await new Sweeper(
            journal,
            SmallCloud.Workload,
            _cloud.OpenStack,
            Scope.Admin,
            _cloud.Open,
            _cloud.Management,
            removal,
            gatekeeper,
            line => _said.Add(line.ToString())
        ).Sweep();
        return journal;
    }

    [Test]
    public async Task A_cluster_that_journal_and_mark_both_say_is_ours_goes()
    {
        await Dead("cluster", "edge-1");
        _cloud.Add("u1", "run-dead");
        var journal = await Sweep();
        _cloud.Clusters.Should().BeEmpty();
        journal.Mutations.Should().ContainSingle().Which.What.Should().Be("sweep");
        _said.Should().ContainSingle().Which.Should().Contain("run-dead").And.Contain("the cluster edge-1");
        new Journal(_state.Path, "run-third", _clock).LeftBehind.Should().BeEmpty();
    }

    [Test]
    public async Task A_pod_that_connected_goes_when_it_bears_our_mark_and_stays_without_it()
    {
        await Dead("pod", "acceptance-pod-dead");
        await Dead("pod", "acceptance-pod-not-ours");
        _cloud.AddPod("acceptance-pod-dead", "run-dead");
        _cloud.AddPod("acceptance-pod-not-ours", null);
        await Sweep();
        _cloud.Pods.Should().ContainSingle().Which.Name.Should().Be("acceptance-pod-not-ours");
    }

    [TestCase(null, Description = "the operator's")]
    [TestCase("run-of-another-host", Description = "somebody else's run")]
    public async Task What_the_journal_says_and_no_mark_of_that_run_confirms_stays(string? mark)
    {
        await Dead("cluster", "edge-1");
        _cloud.Add("u1", mark);
        await Sweep();
        _cloud.Clusters.Should().ContainSingle();
        Disagreement().Should().Contain("the cluster edge-1 (u1) stays");
    }

    [Test]
    public async Task What_bears_a_mark_and_is_in_no_journal_of_ours_stays()
    {
        _cloud.Add("u1", "run-dead");
        await Sweep();
        _cloud.Clusters.Should().ContainSingle();
        _said.Should().BeEmpty();
    }

    [Test]
    public async Task Another_cluster_of_the_same_run_under_another_name_stays()
    {
        await Dead("cluster", "edge-1");
        _cloud.Add("u1", "run-dead");
        _cloud.Add("u2", "run-dead", "web-1");
        await Sweep();
        _cloud.Clusters.Should().ContainSingle().Which.Name.Should().Be("web-1");
    }

    [Test]
    public async Task Another_projects_cluster_of_the_name_stays_whatever_mark_it_bears()
    {
        await Dead("cluster", "edge-1");
        _cloud.Add("u1", "run-dead");
        _cloud.Add("u2", "run-dead", project: "another");
        await Sweep();
        _cloud.Clusters.Should().ContainSingle().Which.Uuid.Should().Be("u2");
    }

    [Test]
    public async Task A_Service_of_ours_goes_from_the_operators_cluster_and_his_own_stays()
    {
        await Dead("deployment", "acceptance-rr-1");
        await Dead("service", "acceptance-rr-1");
        await Dead("service", "shop");
        _cloud.Add("u1", null);
        _cloud.AddService("acceptance-rr-1", "run-dead");
        _cloud.AddService("shop", null);
        await Sweep();
        _cloud.Services.Should().ContainSingle().Which.Name.Should().Be("shop");
        _cloud.Deployments.Should().ContainSingle().Which.Name.Should().Be("shop");
        _cloud.Clusters.Should().ContainSingle();
    }

    [Test]
    public async Task A_half_made_image_goes_by_its_exact_id_and_only_while_it_is_half_made()
    {
        await Dead("image", "jammy-kube", "i1");
        await Dead("image", "jammy-kube", "i2");
        _cloud.AddImage("i1", ImageStatus.Queued, "run-dead");
        _cloud.AddImage("i2", ImageStatus.Active, "run-dead");
        _cloud.AddImage("i3", ImageStatus.Queued, "run-dead");
        await Sweep();
        _cloud.Images.Select(image => image.Id).Should().Equal("i2", "i3");
    }

    [TestCase(null, Description = "a line in the journal is a claim")]
    [TestCase("run-of-another-host")]
    public async Task An_image_that_bears_no_mark_of_that_run_stays_and_that_is_said(string? mark)
    {
        await Dead("image", "jammy-kube", "i1");
        _cloud.AddImage("i1", ImageStatus.Queued, mark);
        await Sweep();
        _cloud.Images.Should().ContainSingle();
        Disagreement().Should().Contain("the image jammy-kube (i1) stays").And.Contain("run-dead");
    }

    [Test]
    public async Task A_deployment_of_the_operators_stays_where_a_Service_of_ours_bears_its_name()
    {
        await Dead("service", "shop");
        _cloud.Add("u1", null);
        _cloud.AddService("shop", "run-dead");
        _cloud.Deployments.Clear();
        _cloud.AddDeployment("shop", null);
        await Sweep();
        _cloud.Deployments.Should().ContainSingle();
        _cloud.Services.Should().ContainSingle();
        Disagreement().Should().Contain("the service shop (default) stays");
    }

    private string Disagreement() => _said.Should().ContainSingle(line => line.Contains("bears no mark")).Subject;
}
