using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.World.MySql;

/// <summary>One mysqld of the cluster.</summary>
internal sealed class InnoDbMember(JujuUnit unit)
{
    private bool _mysqldRuns = true;

    public JujuUnit Unit { get; } = unit;

    public string Address => $"{Unit.Machine.PrimaryAddress}:3306";

    /// <summary>mysqld answers: it runs, and so does its container.</summary>
    public bool Running => _mysqldRuns && Unit.Machine.AgentUp;

    /// <summary>It takes part in group replication. A mysqld that came back alone does not.</summary>
    public bool InGroup { get; set; } = true;

    public bool Online => Running && InGroup;

    /// <summary>Transactions it has seen: the most advanced member must lead a reboot of the cluster.</summary>
    public int Gtid { get; set; } = 1000;

    public void StopMysqld()
    {
        _mysqldRuns = false;
        InGroup = false;
    }

    public void StartMysqld() => _mysqldRuns = true;
}
