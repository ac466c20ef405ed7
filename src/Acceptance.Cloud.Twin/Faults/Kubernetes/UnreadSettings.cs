using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Hosts;

namespace Acceptance.Cloud.Twin.Faults.Kubernetes;

/// <summary>
/// D-037: the conductor was started without the directory that [capi_helm] lies in. The flag stands where no init
/// script reads it, or a hook of the charm wrote over the file that had it.
/// </summary>
internal static class UnreadSettings
{
    private const string DropIn = "/etc/systemd/system/magnum-conductor.service.d/config-dir.conf";

    public static Fault Of() =>
        Of(
            "D-037",
            "The conductor's --config-dir stands in a drop-in of systemd, which the init script takes no argument "
                + "from: [capi_helm] is not read.",
            files =>
            {
                files.Write(ConductorProcess.Defaults, "");
                files.Write(
                    DropIn,
                    "[Service]\nExecStart=\nExecStart=/etc/init.d/magnum-conductor systemd-start "
                        + "--config-dir /etc/magnum/magnum.conf.d\n"
                );
            }
        );

    public static Fault Overwritten() =>
        Of(
            "D-037-overwritten",
            "A hook of the charm wrote over /etc/default/magnum-conductor and restarted the conductor: "
                + "--config-dir is lost, [capi_helm] is not read.",
            files => files.Write(ConductorProcess.Defaults, "# written by a hook of the charm\n")
        );

    private static Fault Of(string id, string says, Action<HostFiles> lose)
    {
        string? was = null;
        return new Fault(
            id,
            says,
            world =>
            {
                var unit = world.Juju.Application("magnum").Units[0];
                was = unit.Machine.Files.Read(ConductorProcess.Defaults);
                lose(unit.Machine.Files);
                world.Conductor.StartedAsWritten();
                return unit.Name;
            },
            world => PutBack(world, was)
        );
    }

    private static void PutBack(TwinWorld world, string? defaults)
    {
        var files = world.Juju.Application("magnum").Units[0].Machine.Files;
        files.Remove(DropIn);
        if (defaults is not null)
            files.Write(ConductorProcess.Defaults, defaults);
        world.Conductor.StartedAsWritten();
    }
}
