namespace Acceptance.Cloud.Twin.World.Hosts;

/// <summary>The magnum-conductor process: what it imported when it started, beside what is installed now (L-P6-1: judge the live process).</summary>
public sealed class ConductorProcess(TwinWorld world)
{
    public DateTimeOffset Started { get; private set; } = world.Plan.TenantSetupAt;

    /// <summary>The magnum-capi-helm on disk.</summary>
    public string InstalledDriver { get; private set; } = world.Plan.DriverVersion;

    /// <summary>Upgrades the package; the running process keeps what it imported.</summary>
    public void Install(string version) => InstalledDriver = version;

    public void Restart()
    {
        Started = world.Now;
        world.Magnum.DriverVersion = InstalledDriver;
    }
}
