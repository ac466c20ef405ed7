namespace Acceptance.Cloud.Twin.World.Compute;

/// <summary>What is done to a server that stands.</summary>
public sealed partial class Nova
{
    /// <summary>ACPI stop: SHUTOFF after <see cref="TwinPhysics.ServerStop"/>. It keeps its allocation (FACTS 0.16).</summary>
    public void Stop(NovaServer server)
    {
        Demand(server, "stop", ServerStatus.Active);
        Note(server, "stop");
        Change(server, server.Status, "powering-off");
        world.Clock.In(world.Plan.Physics.ServerStop, () => Settle(server, "powering-off", () => PowerOff(server)));
    }

    /// <summary>The guest dies at once, as the kernel's OOM killer ends a qemu (D-041): SHUTOFF without a stop.</summary>
    public void PowerOff(NovaServer server)
    {
        server.BootedAt = null;
        Change(server, ServerStatus.Shutoff, null);
    }

    public void Start(NovaServer server)
    {
        Demand(server, "start", ServerStatus.Shutoff);
        Note(server, "start");
        Change(server, ServerStatus.Shutoff, "powering-on");
        world.Clock.In(world.Plan.Physics.ServerActive, () => Settle(server, "powering-on", () => Run(server)));
    }

    public void Reboot(NovaServer server, bool hard)
    {
        if (hard)
            Demand(server, "reboot", ServerStatus.Active, ServerStatus.Shutoff, ServerStatus.Paused);
        else
            Demand(server, "reboot", ServerStatus.Active);
        Note(server, "reboot");
        server.BootedAt = null;
        var task = hard ? "rebooting_hard" : "rebooting";
        Change(server, hard ? ServerStatus.HardReboot : ServerStatus.Reboot, task);
        world.Clock.In(world.Plan.Physics.ServerActive, () => Settle(server, task, () => Run(server)));
    }

    public void Pause(NovaServer server)
    {
        Demand(server, "pause", ServerStatus.Active);
        Note(server, "pause");
        Change(server, ServerStatus.Paused, null);
    }

    public void Unpause(NovaServer server)
    {
        Demand(server, "unpause", ServerStatus.Paused);
        Note(server, "unpause");
        Change(server, ServerStatus.Active, null);
    }

    /// <summary>Shelved and offloaded at once, as with a shelved_offload_time of 0: the allocation is given back.</summary>
    public void Shelve(NovaServer server)
    {
        Demand(server, "shelve", ServerStatus.Active, ServerStatus.Shutoff, ServerStatus.Paused);
        Note(server, "shelve");
        world.Placement.Release(server.Id);
        (server.Host, server.BootedAt) = (null, null);
        Change(server, ServerStatus.ShelvedOffloaded, null);
    }

    public void Unshelve(NovaServer server)
    {
        Demand(server, "unshelve", ServerStatus.ShelvedOffloaded);
        Note(server, "unshelve");
        if (Schedule(server.Flavor, null) is not { } host)
            return;
        world.Placement.Claim(server.Id, host, server.Flavor, server.ProjectId, server.UserId);
        server.Host = host.Name;
        Change(server, ServerStatus.ShelvedOffloaded, "spawning");
        world.Clock.In(world.Plan.Physics.ServerActive, () => Settle(server, "spawning", () => Run(server)));
    }

    /// <summary>Gone after <see cref="TwinPhysics.ServerDelete"/>, with the ports that came with it; a server built nowhere goes at once.</summary>
    public void Delete(NovaServer server)
    {
        if (!_servers.Contains(server) || server.TaskState == "deleting")
            return;
        Note(server, "delete");
        if (server.Host is null)
        {
            Remove(server);
            return;
        }

        Change(server, server.Status, "deleting");
        world.Clock.In(world.Plan.Physics.ServerDelete, () => Remove(server));
    }

    private void Run(NovaServer server)
    {
        server.BootedAt = world.Now;
        Change(server, ServerStatus.Active, null);
    }

    private void Remove(NovaServer server)
    {
        if (!_servers.Remove(server))
            return;
        world.Placement.Release(server.Id);
        foreach (var port in PortsOf(server).ToArray())
        {
            world.Network.UnbindPort(port);
            if (server.OwnPorts.Contains(port.Id))
                world.Network.DeletePort(port.Id);
        }

        server.BootedAt = null;
        Change(server, ServerStatus.Deleted, null);
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
}
