using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.World.Hosts;

/// <summary>
/// The magnum-conductor process: what it imported and was given when it started,
/// beside what is installed and written now (L-P6-1: judge the live process).
/// </summary>
internal sealed class ConductorProcess
{
    /// <summary>The init script adds to its own arguments from here, and from no unit of systemd (D-037).</summary>
    public const string Defaults = "/etc/default/magnum-conductor";

    private const string Assignment = "DAEMON_ARGS=";
    private const string Own = "--config-file=/etc/magnum/magnum.conf --log-file=/var/log/magnum/magnum-conductor.log";

    private readonly Ground _ground;
    private readonly JujuModel _juju;
    private readonly Dictionary<JujuMachine, string> _arguments = [];

    public ConductorProcess(Ground ground, JujuModel juju)
    {
        (_ground, _juju) = (ground, juju);
        Started = ground.Plan.TenantSetupAt;
        RunningDriver = InstalledDriver = ground.Plan.DriverVersion;
        Installed = ground.Plan.TenantSetupAt.AddMinutes(-10);
        Furnish();
        StartedAsWritten();
    }

    public DateTimeOffset Started { get; private set; }

    /// <summary>The magnum-capi-helm that it has imported; what is on its host's disk may be newer (D-042).</summary>
    public string RunningDriver { get; private set; }

    /// <summary>The magnum-capi-helm on disk.</summary>
    public string InstalledDriver { get; private set; }

    /// <summary>When pip wrote it: a process that is older has not imported it.</summary>
    public DateTimeOffset Installed { get; private set; }

    /// <summary>
    /// [capi_helm], with the way to the management cluster, lies in a directory that each process was given.
    /// </summary>
    public bool HasItsSettings { get; private set; }

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
        StartedAsWritten();
    }

    /// <summary>What the process of a magnum unit's machine was launched with.</summary>
    public string ArgumentsOn(JujuMachine machine) => _arguments[machine];

    /// <summary>When it started, its files read as they do now; nothing else of the process changes.</summary>
    public void StartedAsWritten()
    {
        foreach (var machine in Machines())
            _arguments[machine] = Assembled(machine.Files.Read(Defaults) ?? "");
        HasItsSettings = Machines().All(machine => FindsSettings(machine.Files, _arguments[machine]));
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

    private static string Assembled(string defaults) =>
        defaults
            .Split('\n')
            .Select(line => line.Trim())
            .LastOrDefault(line => line.StartsWith(Assignment, StringComparison.Ordinal))
            is { } assigned
            ? assigned[Assignment.Length..].Trim('"').Replace("$DAEMON_ARGS", Own, StringComparison.Ordinal)
            : Own;

    private static bool FindsSettings(HostFiles files, string arguments) =>
        arguments.Split("--config-dir ") is [_, .. var given]
        && given.Any(words =>
            files.Paths.Any(path =>
                path.StartsWith(words.Split(' ')[0] + '/', StringComparison.Ordinal)
                && files.Read(path)?.Contains("kubeconfig_file", StringComparison.Ordinal) == true
            )
        );

    private IEnumerable<JujuMachine> Machines() => _juju.Application("magnum").Units.Select(unit => unit.Machine);

    private IEnumerable<HostFiles> Disks() => Machines().Select(machine => machine.Files);
}
