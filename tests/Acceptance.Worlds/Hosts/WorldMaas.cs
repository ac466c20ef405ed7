using Acceptance.Cloud;
using Acceptance.Cloud.Maas;
using Acceptance.Cloud.Twin.World;

namespace Acceptance.Worlds.Hosts;

/// <summary>MAAS on the jumphost.</summary>
internal sealed class WorldMaas(TwinWorld world, WorldReadings readings) : IMaas
{
    public Task<Reading<IReadOnlyList<MaasMachine>>> Machines(CancellationToken cancel = default)
    {
        lock (world.Gate)
            return Task.FromResult(
                readings.Seen<IReadOnlyList<MaasMachine>>(
                    "machines read",
                    [
                        .. world.Maas.Nodes.Select(node => new MaasMachine(
                            node.SystemId,
                            node.Hostname,
                            State<MachineStatus>.Read(node.Status),
                            State<PowerState>.Read(node.PowerState),
                            [.. node.Addresses]
                        )),
                    ]
                )
            );
    }
}
