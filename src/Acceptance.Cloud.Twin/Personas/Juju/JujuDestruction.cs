namespace Acceptance.Cloud.Twin.Personas.Juju;

/// <summary>juju destroy-model and remove-machine: asked for the model's name, and no way back (phase-00 step 2).</summary>
internal static class JujuDestruction
{
    public static async Task<int> Model(PersonaCall call, Arguments arguments)
    {
        var juju = call.World.Juju;
        if (arguments.Operands.FirstOrDefault() is not { } named) return call.Fail(1, "ERROR no model specified");
        var model = named.Split(':')[^1].Split('/')[^1];
        if (juju.Gone || model != juju.Name) return call.Fail(1, $"ERROR model {juju.Controller}:admin/{model} not found");
        call.Err(
            $"WARNING This command will destroy the \"{juju.Name}\" model and affect the following resources. It cannot be stopped.\n\n - {juju.Machines.Count} machines will be destroyed\n  - machine list: {string.Join(", ", juju.Machines.Select(machine => $"\"{machine.Id}\""))}\n"
            + $" - {juju.Applications.Count} applications will be removed\n  - application list: {string.Join(", ", juju.Applications.Select(application => $"\"{application.Name}\""))}\n\n");
        if (!arguments.Has("--no-prompt", "-y", "--yes"))
        {
            var typed = await call.Prompt("To continue, enter the name of the model to be unregistered: ");
            call.Err("\n");
            if (typed != juju.Name) return call.Fail(1, "ERROR destroying model: aborted");
        }

        lock (call.World.Gate) juju.Destroy();
        call.Err("Destroying model\n");
        if (arguments.Has("--no-wait") && arguments.Has("--force")) return 0;
        call.Err($"Waiting for model to be removed, {juju.Machines.Count} machine(s), {juju.Applications.Count} application(s)\n");
        await call.Sleep(World.Juju.JujuModel.Destruction);
        call.Err("Model destroyed.\n");
        return 0;
    }

    /// <summary>A machine that lingers while its model goes; a living model loses none here.</summary>
    public static int Machine(PersonaCall call, Arguments arguments)
    {
        var juju = call.World.Juju;
        foreach (var id in arguments.Operands)
        {
            if (juju.FindMachine(id) is null) return call.Fail(1, $"ERROR removing machine failed: machine {id} not found");
            if (!juju.Dying) throw new NotEmulatedException("juju remove-machine on a model that nobody destroys");
            call.Out($"will remove machine {id}\n");
        }

        return 0;
    }
}
