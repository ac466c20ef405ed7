using Acceptance.Cloud.Twin.World.Network;

namespace Acceptance.Cloud.Twin.World.Compute;

/// <summary>What is done to a server that stands.</summary>
internal sealed class ServerPower
{
    private readonly Ground _ground;
    private readonly Neutron _network;
    private readonly Placement _placement;
    private readonly ServerScheduler _scheduler;
    private readonly Servers _servers;
    private readonly Hypervisors _hypervisors;

    internal ServerPower(
        Ground ground,
        Neutron network,
        Placement placement,
        ServerScheduler scheduler,
        Servers servers,
        Hypervisors hypervisors
    ) =>
        (_ground, _network, _placement, _scheduler, _servers, _hypervisors) = (
            ground,
            network,
            placement,
            scheduler,
            servers,
            hypervisors
        );

    /// <summary>
    /// ACPI stop: SHUTOFF after <see cref="TwinPhysics.ServerStop"/>. It keeps its allocation (FACTS 0.16).
    /// </summary>
    public void Stop(NovaServer server)
    {
        Demand(server, "stop", ServerStatus.Active);
        _servers.Note(server, "stop");
        _servers.Change(server, server.Status, "powering-off");
        _ground.Clock.In(_ground.Plan.Physics.ServerStop, () => Settle(server, "powering-off", () => PowerOff(server)));
    }

    /// <summary>
    /// The guest dies at once, as the kernel's OOM killer ends a qemu (D-041): SHUTOFF without a stop.
    /// </summary>
    public void PowerOff(NovaServer server)
    {
        server.BootedAt = null;
        _servers.Change(server, ServerStatus.Shutoff, null);
    }

    public void Start(NovaServer server)
    {
        Demand(server, "start", ServerStatus.Shutoff);
        _servers.Note(server, "start");
        _servers.Change(server, ServerStatus.Shutoff, "powering-on");
        _ground.Clock.In(_ground.Plan.Physics.ServerActive, () => Settle(server, "powering-on", () => Run(server)));
    }

    public void Reboot(NovaServer server, bool hard)
    {
        if (hard)
            Demand(server, "reboot", ServerStatus.Active, ServerStatus.Shutoff, ServerStatus.Paused);
        else
            Demand(server, "reboot", ServerStatus.Active);
        _servers.Note(server, "reboot");
        server.BootedAt = null;
        var task = hard ? "rebooting_hard" : "rebooting";
        _servers.Change(server, hard ? ServerStatus.HardReboot : ServerStatus.Reboot, task);
        _ground.Clock.In(_ground.Plan.Physics.ServerActive, () => Settle(server, task, () => Run(server)));
    }

    public void Pause(NovaServer server)
    {
        Demand(server, "pause", ServerStatus.Active);
        _servers.Note(server, "pause");
        _servers.Change(server, ServerStatus.Paused, null);
    }

    public void Unpause(NovaServer server)
    {
        Demand(server, "unpause", ServerStatus.Paused);
        _servers.Note(server, "unpause");
        _servers.Change(server, ServerStatus.Active, null);
    }

    /// <summary>
    /// Shelved and offloaded at once, as with a shelved_offload_time of 0: the allocation is given back.
    /// </summary>
    public void Shelve(NovaServer server)
    {
        Demand(server, "shelve", ServerStatus.Active, ServerStatus.Shutoff, ServerStatus.Paused);
        _servers.Note(server, "shelve");
        _placement.Release(server.Id);
        (server.Host, server.BootedAt) = (null, null);
        _servers.Change(server, ServerStatus.ShelvedOffloaded, null);
    }

    public void Unshelve(NovaServer server)
    {
        Demand(server, "unshelve", ServerStatus.ShelvedOffloaded);
        _servers.Note(server, "unshelve");
        if (_scheduler.Choose(server.Flavor, null) is not { } host)
            return;
        _placement.Claim(server.Id, host, server.Flavor, server.ProjectId, server.UserId);
        server.Host = host.Name;
        _servers.Change(server, ServerStatus.ShelvedOffloaded, "spawning");
        _ground.Clock.In(_ground.Plan.Physics.ServerActive, () => Settle(server, "spawning", () => Run(server)));
    }

    /// <summary>
    /// Gone after <see cref="TwinPhysics.ServerDelete"/>, with the ports that came with it;
    /// a server built nowhere goes at once.
    /// </summary>
    public void Delete(NovaServer server)
    {
        if (!_servers.Contains(server) || server.TaskState == "deleting")
            return;
        _servers.Note(server, "delete");
        if (server.Host is null)
        {
            Remove(server);
            return;
        }

        _servers.Change(server, server.Status, "deleting");
        _ground.Clock.In(_ground.Plan.Physics.ServerDelete, () => Remove(server));
    }

    private void Run(NovaServer server)
    {
        server.BootedAt = _ground.Now;
        _servers.Change(server, ServerStatus.Active, null);
    }

    private void Remove(NovaServer server)
    {
        if (!_servers.Remove(server))
            return;
        _placement.Release(server.Id);
        foreach (var port in _servers.PortsOf(server).ToArray())
        {
            _network.Ports.Unbind(port);
            if (server.OwnPorts.Contains(port.Id))
                _network.Ports.Delete(port.Id);
        }

        server.BootedAt = null;
        _servers.Change(server, ServerStatus.Deleted, null);
    }

    /// <summary>The end of an action, unless something else came in between.</summary>
    private void Settle(NovaServer server, string task, Action then)
    {
        if (server.TaskState == task && _servers.Contains(server))
            then();
    }

    private static void Demand(NovaServer server, string action, params ServerStatus[] allowed)
    {
        if (server.Status == ServerStatus.Error && server.Host is null)
            throw new RefusedException(Refusal.Conflict, $"Instance {server.Id} is not ready");
        if (server.TaskState is { } task)
            throw new RefusedException(
                Refusal.Conflict,
                $"Cannot '{action}' instance {server.Id} while it is in task_state {task}"
            );
        if (!allowed.Contains(server.Status))
            throw new RefusedException(
                Refusal.Conflict,
                $"Cannot '{action}' instance {server.Id} while it is in vm_state {server.VmState}"
            );
    }

    /// <summary>
    /// A host lost its power or has it back: what ran there stops being heard,
    /// and by the charm's resume-guests setting runs again with it (D-043). Nova goes on calling the servers ACTIVE.
    /// </summary>
    public void HostChanged(string host)
    {
        if (_hypervisors.Find(host) is not { } hypervisor)
            return;
        if (!hypervisor.Host.PoweredOn())
            hypervisor.LastSeen = _ground.Now;
        foreach (var server in _servers.Where(server => server.Host == host).ToArray())
        {
            if (server.Status == ServerStatus.Active)
                server.BootedAt = hypervisor.Host.PoweredOn() ? _ground.Now : null;
            _servers.Tell(server);
        }
    }
}
