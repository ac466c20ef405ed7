using Acceptance.Cloud;
using Acceptance.Cloud.Commands;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Hypervisor;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.Live;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Cloud.Twin;
using Acceptance.Live.Tests.Commands;

namespace Acceptance.Live.Tests.Twins;

/// <summary>The drivers meet the twin as they meet a real cloud: its site file, its wire, its programs.</summary>
public sealed class TwinReadingsTests
{
    private readonly RecordingGate _gate = new();
    private Twin _twin = null!;
    private LiveCloud _cloud = null!;

    private Site Site => _cloud.Site;

    private Scope Mgmt => Scope.Of(Site.Workload!.Project, Site.Workload.Domain);

    [OneTimeSetUp]
    public void Open()
    {
        _twin = Twin.Start(new TwinOptions { World = "accepted" });
        _cloud = LiveCloud.Open(new SiteReader().Read(_twin.SiteFile), _twin.Home, _gate);
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await _cloud.DisposeAsync();
        await _twin.DisposeAsync();
    }

    [Test]
    public async Task Keystone_knows_who_we_are_and_marks_a_project()
    {
        var token = (await _cloud.OpenStack.Token(Mgmt)).Value();
        token.Roles.Should().Contain("load-balancer_member");
        var project = (await _cloud.OpenStack.Identity.Project(Site.Workload!.Project, Site.Workload.Domain)).Value();
        project.Id.Should().Be(token.ProjectId);
        (await _cloud.OpenStack.Identity.Roles(token.UserId, project.Id)).Value().Should().Contain(Site.Workload.Roles);
        (await _cloud.OpenStack.Identity.AddTag(project.Id, "acceptance-run")).Value();
        (await _cloud.OpenStack.Identity.Tags(project.Id)).Value().Should().Contain("acceptance-run");
        (await _cloud.OpenStack.Identity.RemoveTag(project.Id, "acceptance-run")).Value();
        (await _cloud.OpenStack.Identity.Tags(project.Id)).Value().Should().NotContain("acceptance-run");
        (await _cloud.OpenStack.DiagnoseScope())
            .Value()
            .PossibleProjects.Should()
            .Contain([Site.Workload.Project, "admin"]);
    }

    [Test]
    public async Task Compute_answers()
    {
        var servers = (await _cloud.OpenStack.Compute.Servers(Scope.Admin, allProjects: true)).Value();
        servers
            .Should()
            .Contain(server =>
                server.Name == Site.Management!.Server && server.FlavorName == "gp.mid" && server.Addresses.Count > 0
            );
        (await _cloud.OpenStack.Compute.Hypervisors()).Value().Should().HaveCount(Site.Hypervisor!.Domains.Count);
        (await _cloud.OpenStack.Compute.Services())
            .Value()
            .Should()
            .Contain(one => one.Binary == "nova-conductor" && one.State.Word == "up");
        (await _cloud.OpenStack.Compute.Flavors(Mgmt))
            .Value()
            .Should()
            .Contain(flavor =>
                flavor.Name == Site.Workload!.WorkerFlavor.Name && flavor.RamMb == Site.Workload.WorkerFlavor.RamMb
            );
        (await _cloud.OpenStack.Compute.Keypairs(Mgmt)).Value().Should().Contain(Site.Workload!.Keypair);
    }

    [Test]
    public async Task Network_images_load_balancing_and_placement_answer()
    {
        (await _cloud.OpenStack.Network.Networks(Mgmt))
            .Value()
            .Should()
            .Contain(network => network.Name == Site.Workload!.ExternalNetwork && network.External);
        (await _cloud.OpenStack.Network.Ports(Scope.Admin)).Value().Should().NotBeEmpty();
        (await _cloud.OpenStack.Images.Named(Scope.Admin, Site.Workload!.Image.Name))
            .Value()
            .Should()
            .ContainSingle()
            .Which.Properties["kube_version"]
            .Should()
            .Be(Site.Workload.Image.KubeVersion);
        (await _cloud.OpenStack.LoadBalancing.Amphorae())
            .Value()
            .Should()
            .OnlyContain(one => one.Status.Word == "ALLOCATED");
        (await _cloud.OpenStack.Placement.Providers())
            .Value()
            .Should()
            .AllSatisfy(provider => provider.MemoryReservedMb.Should().Be(Site.Compute!.ReservedHostMemoryMb));
        (await _cloud.OpenStack.Placement.Candidates(1024, 1, 8)).Value().Should().NotBeEmpty();
    }

    [Test]
    public async Task Juju_answers()
    {
        var model = (await _cloud.Juju.Status()).Value();
        model.Machines.Count(machine => machine.Host is null).Should().Be(Site.Juju!.Machines);
        model.Units.Should().Contain(unit => unit.Principal != null);
        (await _cloud.Juju.Controller()).Value().Uuid.Should().Be(Site.Juju.ControllerUuid);
        (await _cloud.Juju.Option("keystone", "vip")).Value().Split(' ').Should().HaveCount(3);
        string[] units = [.. model.Units.Where(unit => unit.Application == "nova-compute").Select(unit => unit.Name)];
        var answers = (
            await _cloud.Juju.Exec(units, CommandCatalogue.ReservedMemory.With(Site.Compute!.NovaConf))
        ).Value();
        answers.Keys.Should().BeEquivalentTo(units);
        answers
            .Values.Should()
            .AllSatisfy(answer => answer.Stdout.Should().Contain($"{Site.Compute.ReservedHostMemoryMb}"));
    }

    [Test]
    public async Task The_hosts_programs_answer()
    {
        (await _cloud.Maas.Machines()).Value().Select(machine => machine.Hostname).Should().Contain(Site.Maas!.Hosts);
        (await _cloud.Hypervisor.Domains()).Value().Should().Contain(one => one.State.Word == "running");
        (await _cloud.Hypervisor.Snapshots([Site.Hypervisor!.Domains[0]])).Value().Should().HaveCount(2);
        (await _cloud.Shell.OnJumphost(Made.Program("juju", "version"))).Value().Stdout.Should().StartWith("3.6");
        var address = (await _cloud.OpenStack.Network.FloatingIps(Mgmt))
            .Value()
            .Single(one => one.Description == Site.Management!.Server)
            .Address;
        (
            await _cloud.Shell.On(
                new SshHost("mgmt", Site.Management!.SshUser, address),
                Made.Script("sudo k8s status | head -1")
            )
        )
            .Value()
            .Stdout.Should()
            .Contain("ready");
    }

    [Test]
    public async Task The_management_cluster_answers_and_an_unserved_version_is_not_found()
    {
        (await _cloud.Management.Version()).Value().Should().StartWith("v1.");
        (await _cloud.Management.Nodes()).Value().Should().ContainSingle().Which.Ready.Word.Should().Be("True");
        (await _cloud.Management.Pods())
            .Value()
            .Should()
            .Contain(pod => pod.Namespace == "capi-system" && pod.Containers.Count > 0);
        var ns = $"magnum-{(await _cloud.OpenStack.Token(Mgmt)).Value().ProjectId}";
        (await _cloud.Management.List(CustomKind.Cluster, ns)).Value();
        (await _cloud.Management.List(CustomKind.OpenStackCluster with { Version = "v1alpha6" }, ns)).Unread(
            Unreadable.NotFound
        );
    }

    [Test]
    public async Task The_image_is_staged_in_the_operators_home_through_the_sites_own_way()
    {
        var staged = (await _cloud.Images.Stage(Site.Workload!.Image.Url, Site.Workload.Image.Sha512)).Value();
        staged.Path.Should().StartWith(_twin.Home);
        (await _cloud.Images.Stage(Site.Workload.Image.Url, Site.Workload.Image.Sha512))
            .Value()
            .Fetched.Should()
            .BeFalse();
    }

    [Test]
    public async Task Vips_answer_over_verified_TLS()
    {
        foreach (var endpoint in Site.Endpoints.Where(endpoint => endpoint.Service is not "magnum"))
            endpoint.Codes.Should().Contain((await _cloud.Http.Ask(endpoint.Url)).Value().Code, endpoint.Service);
    }

    [Test]
    public async Task A_fault_is_seen_and_healed()
    {
        (await _cloud.Faults.Inject("vault-sealed")).Value().Id.Should().Be("vault-sealed");
        (await _cloud.Vault.SealStatus()).Value().Values.Should().ContainSingle().Which.Sealed.Should().BeTrue();
        (await _cloud.Faults.Heal("vault-sealed")).Value();
        (await _cloud.Faults.Active()).Value().Should().BeEmpty();
    }

    [Test]
    public async Task Evidence_goes_by_the_twins_clock_and_the_gate_saw_it_all()
    {
        _gate.Asked.Clear();
        await using var sleeper = await _cloud.Clock.Join();
        await sleeper.Sleep(TimeSpan.FromHours(2));
        var reading = await _cloud.OpenStack.Compute.Hypervisors();
        reading.Evidence.At.Should().Be(_cloud.Clock.Now);
        _gate
            .Asked.OfType<Intent.Request>()
            .Should()
            .Contain(request => request.Service == "compute" && request.Path == "/v2.1/os-hypervisors/detail");
    }
}
