using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.Personas.Host;

/// <summary>lxc list and lxc start: the containers of a host (ops-restart-procedure, stage 1).</summary>
internal sealed class LxcPersona : Persona
{
    private const string Rule = "+----------------------+---------+-----------+\n";

    public override IReadOnlyList<string> Names { get; } = ["lxc"];

    public override HostKind On => HostKind.Machine;

    public override Task<int> Run(PersonaCall call)
    {
        lock (call.World.Gate)
        {
            return Task.FromResult(
                call.Argv switch
                {
                    ["list"] => List(call),
                    ["start", var name] => Start(call, name),
                    _ => throw new NotEmulatedException($"lxc {string.Join(' ', call.Argv)}"),
                }
            );
        }
    }

    private static int List(PersonaCall call)
    {
        call.Out($"{Rule}|         NAME         |  STATE  |   TYPE    |\n{Rule}");
        foreach (var one in call.Host.Machine!.Containers)
            call.Out($"| {one.InstanceId, -20} | {(one.AgentUp ? "RUNNING" : "STOPPED")} | CONTAINER |\n{Rule}");
        return 0;
    }

    private static int Start(PersonaCall call, string name)
    {
        if (call.Host.Machine!.Containers.FirstOrDefault(one => one.InstanceId == name) is not { } container)
            return call.Fail(1, "Error: Instance not found");
        if (container.AgentUp)
            return call.Fail(1, "Error: The instance is already running");
        call.World.HostPower.Boot(container);
        return 0;
    }
}
