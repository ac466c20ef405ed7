using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.Personas.Juju;

/// <summary>
/// juju destroy-model and remove-machine: asked for the model's name, and no way back (phase-00 step 2).
/// </summary>
internal static class JujuDestruction
{
    public static async Task<int> Model(PersonaCall call, Arguments arguments)
    {
        var juju = call.World.Juju;
        if (arguments.Operands.FirstOrDefault() is not { } named)
            return call.Fail(1, "ERROR no model specified");
        var model = named.Split(':')[^1].Split('/')[^1];
        if (juju.Gone || model != juju.Name)
            return call.Fail(1, $"ERROR model {juju.Controller}:admin/{model} not found");
        call.Err(Warning(juju));
        if (!arguments.Has("--no-prompt", "-y", "--yes"))
        {
            var typed = await call.Prompt("To continue, enter the name of the model to be unregistered: ");
            call.Err("\n");
            if (typed != juju.Name)
                return call.Fail(1, "ERROR destroying model: aborted");
        }

        lock (call.World.Gate)
            juju.Destroy();
        call.Err("Destroying model\n");
        if (arguments.Has("--no-wait") && arguments.Has("--force"))
            return 0;
        call.Err(
            $"Waiting for model to be removed, {juju.Machines.Count} machine(s), "
                + $"{juju.Applications.Count} application(s)\n"
        );
        await call.Sleep(JujuModel.Destruction);
        call.Err("Model destroyed.\n");
        return 0;
    }

    private static string Warning(JujuModel juju)
    {
        var machines = juju.Machines.Select(machine => $"\"{machine.Id}\"");
        var applications = juju.Applications.Select(application => $"\"{application.Name}\"");
        return $"WARNING This command will destroy the \"{juju.Name}\" model "
            + "and affect the following resources. It cannot be stopped.\n\n"
            + $" - {juju.Machines.Count} machines will be destroyed\n"
            + $"  - machine list: {string.Join(", ", machines)}\n"
            + $" - {juju.Applications.Count} applications will be removed\n"
            + $"  - application list: {string.Join(", ", applications)}\n\n";
    }

    /// <summary>
    /// A machine with its containers and all their units goes by --force alone; of one that lingers while its model
    /// goes it is said that it will.
    /// </summary>
    public static int Machine(PersonaCall call, Arguments arguments)
    {
        if (arguments.Operands.Count == 0)
            return call.Fail(1, "ERROR no machines specified");
        if (arguments.Has("--dry-run"))
            throw new NotEmulatedException("juju remove-machine --dry-run");
        var failed = false;
        foreach (var id in arguments.Operands)
        {
            if (Refusal(call.World.Juju, id, arguments.Has("--force")) is { } refusal)
            {
                call.Err($"ERROR removing machine failed: {refusal}\n");
                failed = true;
                continue;
            }

            lock (call.World.Gate)
                Remove(call, id, arguments.Has("--keep-instance"));
        }

        return failed ? 1 : 0;
    }

    private static string? Refusal(JujuModel juju, string id, bool force)
    {
        if (juju.FindMachine(id) is not { } machine)
            return $"machine {id} not found";
        if (juju.Dying || force)
            return null;
        if (machine.Containers.Count > 0)
            return $"machine {id} is hosting containers "
                + $"\"{string.Join(',', machine.Containers.Select(container => container.Id))}\"";
        return $"machine {id} has unit \"{machine.Units[0].Name}\" assigned";
    }

    private static void Remove(PersonaCall call, string id, bool keeps)
    {
        var machine = call.World.Juju.FindMachine(id)!;
        if (machine.IsContainer && !call.World.Juju.Dying)
            throw new NotEmulatedException("juju remove-machine of a container");
        foreach (var one in machine.Containers.Prepend(machine))
        {
            call.Out($"will remove machine {one.Id}{(keeps ? " (but retaining cloud instance)" : "")}\n");
            foreach (var unit in one.Units.OrderBy(unit => unit.Name, StringComparer.Ordinal))
                call.Out($"- will remove unit {unit.Name}\n");
        }

        if (!call.World.Juju.Dying)
            call.World.Juju.Remove(machine, keeps);
    }
}
