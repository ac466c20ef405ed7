using System.Reflection;
using Acceptance.Cloud;
using Acceptance.Cloud.Commands;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.Live;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Operations;
using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Sites;
using Acceptance.Cloud.Twin;
using Acceptance.Live.Tests.Commands;

namespace Acceptance.Live.Tests.Twins;

/// <summary>
/// Each command and each operation that the catalogues call observe, asked of a twin: its world and its files are
/// after it what they were.
/// </summary>
public sealed class ObservingChangesNothingTests
{
    private readonly RecordingGate _gate = new(intent =>
        intent.Needs > Permit.Observe ? $"{intent} is more than observe" : null
    );
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
    public async Task What_is_observe_leaves_the_world_and_its_files_as_they_were()
    {
        await LayOutDisks();
        var before = WorldImage.Of(_twin);
        before.Should().HaveCountGreaterThan(1_000);

        await AskEverything();

        string.Join("\n", WorldImage.Changes(before, WorldImage.Of(_twin))).Should().BeEmpty();
        var commands = _gate.Asked.OfType<Intent.Argv>().SelectMany(Commands).Distinct().ToArray();
        CommandCatalogue
            .All.Where(command => command.Needs == Permit.Observe)
            .Except([CommandCatalogue.SshByJumphost])
            .Except(commands)
            .Should()
            .BeEmpty("each was asked");
        var operations = _gate.Asked.OfType<Intent.Request>().Select(request => request.Operation).Distinct();
        string.Join(", ", OperationCatalogue.All.Where(one => one.Needs == Permit.Observe).Except(operations))
            .Should()
            .BeEmpty("each was asked");
    }

    /// <summary>The twin lays a host's disk out when somebody first looks: that is no change of the cloud.</summary>
    private async Task LayOutDisks()
    {
        var facts = new FactBook(_cloud);
        await _cloud.Shell.OnJumphost(Made.Program("sudo", "-n", "ls", "/etc"));
        (await facts.Read(ManagementFacts.Login)).Value();
        var units = (await _cloud.Juju.Status()).Value().Units;
        (await _cloud.Juju.Exec([.. units.Select(unit => unit.Name)], Made.Script("true"))).Value();
    }

    private static IEnumerable<Command> Commands(Intent.Argv argv) =>
        argv.Line.Carried is { } carried ? [argv.Line.Command, carried.Command] : [argv.Line.Command];

    private async Task AskEverything()
    {
        var facts = new FactBook(_cloud);
        foreach (var key in AllFacts())
            await key.TakeFrom(facts);
        await AskServices();
        await AskKubernetes(_cloud.Management);
        await _cloud.Juju.Option("keystone", "vip");
        await _cloud.Maas.Machines();
        await _cloud.Hypervisor.Domains();
        await _cloud.Hypervisor.Snapshots(Site.Hypervisor!.Domains);
    }

    /// <summary>What no fact reads.</summary>
    private async Task AskServices()
    {
        var openstack = _cloud.OpenStack;
        await openstack.DiagnoseScope();
        var token = (await openstack.Token(Mgmt)).Value();
        await openstack.Identity.Roles(token.UserId, token.ProjectId);
        await openstack.Identity.ApplicationCredentials(token.UserId);
        await openstack.Identity.Tags(token.ProjectId);
        await openstack.Compute.Keypairs(Mgmt);
        await openstack.Compute.Services();
        await openstack.Network.Networks(Mgmt);
        await openstack.Network.Ports(Mgmt);
        await openstack.Placement.Candidates(1024, 1, 8);
        await _cloud.Juju.Exec(["barbican/0"], PrerequisiteCommands.VaultRefusals.With());
        await AskEachResource(openstack);
        await _cloud.Faults.Active();
        await _cloud.Faults.Started();
    }

    private async Task AskEachResource(IOpenStack openstack)
    {
        foreach (var server in (await openstack.Compute.Servers(Mgmt)).Value())
            await openstack.Compute.Server(Mgmt, server.Id);
        foreach (var balancer in (await openstack.LoadBalancing.LoadBalancers(Mgmt)).Value())
            await openstack.LoadBalancing.LoadBalancer(Mgmt, balancer.Id);
        foreach (var image in (await openstack.Images.Named(Mgmt, Site.Workload!.Image.Name)).Value())
            await openstack.Images.Image(Mgmt, image.Id);
        foreach (var cluster in (await openstack.ContainerInfra.Clusters(Mgmt)).Value())
        {
            await openstack.ContainerInfra.Cluster(Mgmt, cluster.Uuid);
            // The certificate request behind it is more than observe, and is not sent.
            await openstack.ContainerInfra.Kubeconfig(Mgmt, cluster);
        }
    }

    private static async Task AskKubernetes(IKubernetes api)
    {
        await api.Version();
        await api.Nodes();
        await api.Pods();
        await api.Pods("kube-system");
        await api.Services("kube-system");
        await api.Deployments("kube-system");
        foreach (var secret in (await api.SecretNames("capi-system")).Value())
            await api.Secret("capi-system", secret);
    }

    /// <summary>All that the checks read.</summary>
    private static IEnumerable<FactKey> AllFacts() =>
        typeof(FactKey)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static))
            .Where(property => property.PropertyType.IsAssignableTo(typeof(FactKey)))
            .Select(property => (FactKey)property.GetValue(null)!);
}
