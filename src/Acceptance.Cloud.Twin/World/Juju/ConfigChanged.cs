using System.Globalization;
using Acceptance.Cloud.Twin.World.Hosts;

namespace Acceptance.Cloud.Twin.World.Juju;

/// <summary>
/// The config-changed hook, as far as something is asked of what it renders: nova.conf from the options of its charm
/// (D-040). It runs when an option changes, and when an operator has it run; an option that is set to what it was is no
/// change.
/// </summary>
internal static class ConfigChanged
{
    public static void Run(WorldPlan plan, JujuUnit unit)
    {
        if (
            unit.Application.Charm.CharmName == "nova-compute"
            && unit.Application.Config.TryGetValue("reserved-host-memory", out var option)
            && int.TryParse(option, CultureInfo.InvariantCulture, out var reserved)
        )
            unit.Machine.Host.Files.Write(
                "/etc/nova/nova.conf",
                HostFurniture.NovaConf(plan, unit.Machine.Host, reserved)
            );
    }
}
