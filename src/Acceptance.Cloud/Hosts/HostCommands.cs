using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Sites;

namespace Acceptance.Cloud.Hosts;

/// <summary>
/// What is asked of units, of the management VM and of the jumphost in their own shells. All of it only reads.
/// </summary>
public static class HostCommands
{
    /// <summary>Prints connected or not connected (FACTS 8.4).</summary>
    public const string ConnectionStatus = "sudo ovn-appctl -t ovn-controller connection-status";

    /// <summary>What <see cref="HaProxyStat"/> prints on a unit that runs no haproxy.</summary>
    public const string NoHaProxy = "NO-HAPROXY";

    /// <summary>The CSV of `show stat` (FACTS 8.5); a unit without an haproxy says so.</summary>
    public const string HaProxyStat =
        "if [ -e /etc/haproxy/haproxy.cfg ]; then echo 'show stat' | sudo socat stdio "
        + "/var/run/haproxy/admin.sock; else echo "
        + NoHaProxy
        + "; fi";

    /// <summary>The management cluster's own words (FACTS 0.9).</summary>
    public const string ManagementStatus = "sudo k8s status 2>&1";

    /// <summary>The names of the OS_ variables that a program of the jumphost inherits, one a line.</summary>
    public const string InheritedScope = "env | grep -E '^OS_' | cut -d= -f1";

    /// <summary>The reserve that nova.conf sets, on a compute unit; exit 1 where it sets none.</summary>
    public static string ReservedMemory(SiteCompute site) => $"sudo grep -i reserved_host_memory {site.NovaConf}";

    /// <summary>The line of the rebuild's file that names the management VM's floating IP.</summary>
    public static string AddressOnFile(SiteManagement site) => $"grep -E '^(export )?MGMT_FIP=' {site.NetEnv}";

    /// <summary>
    /// Two lines: port=open|closed and code=NNN. The certificate is verified from the jumphost (D-011.2); from
    /// inside, only that HTTPS answers.
    /// </summary>
    public static string ReachOf(Uri vip) =>
        $"if timeout 6 bash -c 'exec 3<>/dev/tcp/{vip.Host}/{vip.Port}' 2>/dev/null; then echo port=open; "
        + "else echo port=closed; fi; "
        + $"curl -sk -m 6 -o /dev/null -w 'code=%{{http_code}}' {vip}";

    /// <summary>
    /// The installed driver with its location, the host's clock, and each conductor process with its age in seconds.
    /// </summary>
    public static string Conductor(SiteManagement site) =>
        $"pip3 show {site.DriverPackage}; date +%s; ps -ww -C magnum-conductor -o etimes=,args=";

    /// <summary>
    /// When the driver was written, at the locations that the units named (pip's record of it, seconds since the
    /// epoch); null when none named one.
    /// </summary>
    public static string? DriverWritten(UnitAnswers conductors, SiteManagement site)
    {
        string[] records =
        [
            .. conductors
                .Answers.Values.Select(answer => PipLocation.In(answer.Stdout))
                .OfType<string>()
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Select(location =>
                    $"{location}/{site.DriverPackage.Replace('-', '_')}-{site.DriverVersion}.dist-info/METADATA"
                ),
        ];
        return records.Length == 0 ? null : $"stat -c %Y {string.Join(' ', records)}";
    }
}
