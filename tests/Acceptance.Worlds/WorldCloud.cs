using Acceptance.Cloud;
using Acceptance.Cloud.Captures;
using Acceptance.Cloud.Faults;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Hypervisor;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.Maas;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Management;
using Acceptance.Cloud.Vault;
using Acceptance.Worlds.Hosts;
using Acceptance.Worlds.Juju;
using Acceptance.Worlds.Kubernetes;
using Acceptance.Worlds.OpenStack;

namespace Acceptance.Worlds;

/// <summary>
/// The ports of a world, straight from its state: no socket, no program, no document is between. Every fact is read
/// through them as a driver would read it, and is unread in the same manner; what is no reading is refused.
/// </summary>
internal sealed class WorldCloud : ICloud
{
    private readonly TwinWorld _world;
    private readonly WorldReadings _readings;
    private readonly Doors _doors;

    public WorldCloud(TwinWorld world, Site site)
    {
        (_world, Site, _readings, _doors) = (world, site, new WorldReadings(world), new Doors(world));
        var programs = new WorldPrograms(world);
        Clock = new WorldClock(world.Clock);
        OpenStack = new WorldOpenStack(world, new WorldServices(world, _readings, _doors), _doors);
        Juju = new WorldJuju(world, site, _readings, new UnitShell(world, programs));
        Vault = new WorldVault(world, site, _readings, Juju);
        Maas = new WorldMaas(world, _readings);
        Hypervisor = new WorldHypervisor(world, _readings);
        Shell = new WorldShell(world, _readings, programs, _doors);
        Http = new WorldHttp(world, _readings, _doors);
        Management = new WorldKubernetes(
            world,
            _readings,
            world.Management.Kube,
            new Uri(world.Management.Server),
            ManagementIsClosed
        );
    }

    public Site Site { get; }

    public ICloudClock Clock { get; }

    public IOpenStack OpenStack { get; }

    public IJuju Juju { get; }

    public IKubernetes Management { get; }

    public IMaas Maas { get; }

    public IHypervisor Hypervisor { get; }

    public IVault Vault { get; }

    public IRemoteShell Shell { get; }

    public IHttpProbe Http { get; }

    public IImageSource Images => throw new NotSupportedException("no fact is read from an image's publisher");

    public ICaptures Captures => new WorldCaptures(_world, _readings);

    public IFaults Faults => throw new NotSupportedException("a world is broken by its own hands");

    /// <summary>The workload cluster whose API the kubeconfig names.</summary>
    public Reading<IKubernetes> Cluster(string kubeconfig)
    {
        const string key = "server: ";
        var line = kubeconfig.Split('\n').Select(one => one.Trim()).First(one => one.StartsWith(key));
        var server = new Uri(line[key.Length..]);
        lock (_world.Gate)
        {
            if (_world.Workloads.All.FirstOrDefault(one => one.Address == server.Host) is not { } named)
                return _readings.Unread<IKubernetes>("kubeconfig", Unreadable.NotFound);
            return _readings.Seen<IKubernetes>(
                "kubeconfig",
                new WorldKubernetes(
                    _world,
                    _readings,
                    named.Kube,
                    server,
                    () =>
                        _doors.At(server.Host, server.Port, "workload-api", "").OfService
                        ?? (named.ApiReachable ? null : Unreadable.Refused)
                )
            );
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>While it converges its API comes and goes: first silent, then 503.</summary>
    private Unreadable? ManagementIsClosed()
    {
        var management = _world.Management;
        if (_doors.At(management.Address, _world.Plan.KubeApiPort, "mgmt-api", "").OfService is { } why)
            return why;
        if (management is not { Phase: ManagementPhase.Converging, ConvergesAt: { } from, ReadyAt: { } until })
            return management.Phase == ManagementPhase.Ready ? null : Unreadable.ServerError;
        return _world.Now < from + ((until - from) / 2) ? Unreadable.TimedOut : Unreadable.ServerError;
    }
}
