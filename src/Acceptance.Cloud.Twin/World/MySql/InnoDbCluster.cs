using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.World.MySql;

/// <summary>
/// The MySQL InnoDB cluster (D-062: three members) in the words of
/// mysql-shell's cluster.status() (FACTS 0.4 to 0.6, 8.2).
/// A degraded cluster stays active in Juju: the charm looks for "OK" in OK_NO_TOLERANCE_PARTIAL too.
/// </summary>
internal sealed class InnoDbCluster
{
    private const string RebootFailed = "RuntimeError: Dba.reboot_cluster_from_complete_outage";

    private readonly Ground _ground;
    private InnoDbMember _primary;

    public InnoDbCluster(Ground ground, JujuModel juju)
    {
        _ground = ground;
        ShellVersion = ground.Plan.MySqlShell;
        Members = [.. juju.Application("mysql-innodb-cluster").Units.Select(unit => new InnoDbMember(unit))];
        _primary = Members[0];
        juju.Assess("mysql-innodb-cluster", Assess);
    }

    public string Name => "jujuCluster";

    /// <summary>8.0.45, or 8.0.25 (FACTS 0.6).</summary>
    public string ShellVersion { get; set; }

    public IReadOnlyList<InnoDbMember> Members { get; }

    public int OnlineCount => Members.Count(member => member.Online);

    /// <summary>The group exists: a majority of its members is in it.</summary>
    public bool HasQuorum => OnlineCount * 2 > Members.Count;

    /// <summary>The R/W member; null while there is no quorum.</summary>
    public InnoDbMember? Primary
    {
        get
        {
            if (!HasQuorum)
                return null;
            if (!_primary.Online)
                _primary = Members.First(member => member.Online);
            return _primary;
        }
    }

    public string Status =>
        (HasQuorum, Tolerates, Members.Count - OnlineCount) switch
        {
            (false, _, _) => "NO_QUORUM",
            (_, > 0, 0) => "OK",
            (_, > 0, _) => "OK_PARTIAL",
            (_, _, 0) => "OK_NO_TOLERANCE",
            _ => "OK_NO_TOLERANCE_PARTIAL",
        };

    public string StatusText
    {
        get
        {
            if (!HasQuorum)
                return $"Cluster has no quorum as visible from '{Members[0].Address}' "
                    + $"and cannot process write transactions.{Missing}";
            return Tolerates switch
            {
                0 => $"Cluster is NOT tolerant to any failures.{Missing}",
                1 => $"Cluster is ONLINE and can tolerate up to ONE failure.{Missing}",
                _ => $"Cluster is ONLINE and can tolerate up to {Tolerates} failures.{Missing}",
            };
        }
    }

    private int Tolerates => Math.Max(0, (OnlineCount - 1) / 2);

    private string Missing =>
        (Members.Count - OnlineCount) switch
        {
            0 => "",
            1 => " 1 member is not active.",
            var n => $" {n} members are not active.",
        };

    public InnoDbMember Member(JujuUnit unit) => Members.First(member => member.Unit == unit);

    /// <summary>A member whose mysqld runs comes back into the group by itself while there is one.</summary>
    public void Rejoin(InnoDbMember member) => member.InGroup = member.Running && (HasQuorum || member.InGroup);

    /// <summary>
    /// The action reboot-cluster-from-complete-outage, run on one member. Null: success; else the shell's words.
    /// </summary>
    public string? RebootFromCompleteOutage(InnoDbMember from)
    {
        if (HasQuorum && ShellVersion == "8.0.45")
            return $"{RebootFailed}: The Cluster is ONLINE";
        if (!from.Running)
            return $"RuntimeError: Could not open connection to '{from.Address}'";
        if (ShellVersion == "8.0.45" && Members.Any(member => !member.Running))
            return $"{RebootFailed}: Could not determine if Cluster is completely OFFLINE";
        var newest = Members.Where(member => member.Running).MaxBy(member => member.Gtid)!;
        if (ShellVersion != "8.0.45" && newest.Gtid > from.Gtid)
            return $"{RebootFailed}: The active session instance ({from.Address}) isn't the most updated in comparison "
                + "with the ONLINE instances of the Cluster's metadata. "
                + $"Please use the most up to date instance: '{newest.Address}'.";
        if (HasQuorum)
        {
            // The older shell begins a group of its own on the unit that it runs on, beside the one that serves.
            from.InGroup = false;
            Assess();
            return null;
        }

        foreach (var member in Members)
            member.InGroup = member.Running;
        _primary = ShellVersion == "8.0.45" ? newest : from;
        Assess();
        return null;
    }

    private void Assess()
    {
        foreach (var member in Members.Where(member => !member.Unit.Lost))
        {
            var (word, message) = Judge(member);
            member.Unit.Say(word, message, _ground.Now);
        }
    }

    private (string Word, string Message) Judge(InnoDbMember member)
    {
        if (!member.Running)
            return ("blocked", "MySQL is down on this instance");
        if (!HasQuorum)
            return ("blocked", "Cluster is inaccessible from this instance. Please check logs for details.");
        // A member outside of its group still reads the cluster's status, and knows no mode of its own.
        var mode =
            !member.InGroup ? "(Unknown)"
            : member == Primary ? "R/W"
            : "R/O";
        return Status.Contains("OK", StringComparison.Ordinal)
            ? ("active", $"Unit is ready: Mode: {mode}, {StatusText}")
            : ("blocked", $"MySQL InnoDB Cluster not healthy: {StatusText}");
    }
}
