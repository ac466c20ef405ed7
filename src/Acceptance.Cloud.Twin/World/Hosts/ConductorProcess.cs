namespace Acceptance.Cloud.Twin.World.Hosts;

/// <summary>The magnum-conductor process: what it imported when it started, beside what is installed now (L-P6-1: judge the live process).</summary>
public sealed class ConductorProcess(TwinWorld world)
{
    public DateTimeOffset Started { get; private set; } = world.Plan.TenantSetupAt;

    /// <summary>The magnum-capi-helm on disk.</summary>
    public string InstalledDriver { get; private set; } = world.Plan.DriverVersion;

    /// <summary>When pip wrote it: a process that is older has not imported it.</summary>
    public DateTimeOffset Installed { get; private set; } = world.Plan.TenantSetupAt.AddMinutes(-10);

    private string Metadata =>
        $"/usr/local/lib/python3.10/dist-packages/magnum_capi_helm-{InstalledDriver}.dist-info/METADATA";

    /// <summary>Upgrades the package, now unless told when; the running process keeps what it imported.</summary>
    public void Install(string version, DateTimeOffset? at = null)
    {
        foreach (var files in Disks())
            files.Remove(Metadata);
        (InstalledDriver, Installed) = (version, at ?? world.Now);
        Furnish();
    }

    public void Restart()
    {
        Started = world.Now;
        world.Magnum.DriverVersion = InstalledDriver;
    }

    internal void Furnish()
    {
        foreach (var files in Disks())
            files.Declare(
                Metadata,
                $"Metadata-Version: 2.1\nName: magnum-capi-helm\nVersion: {InstalledDriver}\n",
                Installed
            );
    }

    private IEnumerable<HostFiles> Disks() => world.Juju.Application("magnum").Units.Select(unit => unit.Machine.Files);
}
