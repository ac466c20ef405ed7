using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.World.Hosts;

/// <summary>
/// The magnum-conductor process: what it imported when it started,
/// beside what is installed now (L-P6-1: judge the live process).
/// </summary>
internal sealed class ConductorProcess
{
    private readonly Ground _ground;
    private readonly JujuModel _juju;

    public ConductorProcess(Ground ground, JujuModel juju)
    {
        (_ground, _juju) = (ground, juju);
        Started = ground.Plan.TenantSetupAt;
        RunningDriver = InstalledDriver = ground.Plan.DriverVersion;
        Installed = ground.Plan.TenantSetupAt.AddMinutes(-10);
        Furnish();
    }

    public DateTimeOffset Started { get; private set; }

    /// <summary>The magnum-capi-helm that it has imported; what is on its host's disk may be newer (D-042).</summary>
    public string RunningDriver { get; private set; }

    /// <summary>The magnum-capi-helm on disk.</summary>
    public string InstalledDriver { get; private set; }

    /// <summary>When pip wrote it: a process that is older has not imported it.</summary>
    public DateTimeOffset Installed { get; private set; }

    private string Metadata =>
        $"/usr/local/lib/python3.10/dist-packages/magnum_capi_helm-{InstalledDriver}.dist-info/METADATA";

    /// <summary>Upgrades the package, now unless told when; the running process keeps what it imported.</summary>
    public void Install(string version, DateTimeOffset? at = null)
    {
        foreach (var files in Disks())
            files.Remove(Metadata);
        (InstalledDriver, Installed) = (version, at ?? _ground.Now);
        Furnish();
    }

    public void Restart()
    {
        Started = _ground.Now;
        RunningDriver = InstalledDriver;
    }

    /// <summary>It goes on with a driver that was imported before what is on disk now came there.</summary>
    public void GoOnWith(string driver) => RunningDriver = driver;

    private void Furnish()
    {
        foreach (var files in Disks())
            files.Declare(
                Metadata,
                $"Metadata-Version: 2.1\nName: magnum-capi-helm\nVersion: {InstalledDriver}\n",
                Installed
            );
    }

    private IEnumerable<HostFiles> Disks() => _juju.Application("magnum").Units.Select(unit => unit.Machine.Files);
}
