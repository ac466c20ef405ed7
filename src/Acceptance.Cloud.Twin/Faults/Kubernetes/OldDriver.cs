using Acceptance.Cloud.Twin.World;

namespace Acceptance.Cloud.Twin.Faults.Kubernetes;

/// <summary>
/// D-042: the running conductor has imported driver 1.3.0, whose v1alpha6 of OpenStackCluster is served no more (FACTS
/// 0.7). Drawn by the seed: the disk has the old driver too, or the new one that nobody restarted the conductor for.
/// </summary>
internal static class OldDriver
{
    private const string Old = "1.3.0";

    public static Fault Of()
    {
        var installed = (Driver: "", At: DateTimeOffset.MinValue);
        return new Fault(
            "D-042",
            "The running magnum-conductor has driver 1.3.0: its health read asks for a version that is not served.",
            world =>
            {
                installed = (world.Conductor.InstalledDriver, world.Conductor.Installed);
                if (world.Plan.Seed % 2 == 0)
                    world.Conductor.Install(Old, installed.At);
                else
                    world.Conductor.Install(installed.Driver);
                world.Conductor.GoOnWith(Old);
                return Unit(world);
            },
            world =>
            {
                world.Conductor.Install(installed.Driver, installed.At);
                world.Conductor.Restart();
            }
        );
    }

    private static string Unit(TwinWorld world) =>
        world.Juju.Units.First(unit => unit.Application.Charm.CharmName == "magnum" && unit.Principal is null).Name;
}
