namespace Acceptance.Cloud.Twin.World.Juju;

/// <summary>
/// A unit, principal or subordinate: what its charm last said of itself,
/// and what the controller makes of a silent agent.
/// </summary>
internal sealed class JujuUnit(
    JujuApplication application,
    int number,
    JujuMachine machine,
    JujuUnit? principal,
    DateTimeOffset since
)
{
    private readonly List<JujuUnit> _subordinates = [];
    private readonly DateTimeOffset _born = since;
    private DateTimeOffset _workloadSince = since;
    private DateTimeOffset? _lostSince;
    private DateTimeOffset _engagedUntil = since;
    private string _workload = application.Charm.Workload;
    private string _message = application.Charm.Message;

    public string Name { get; } = $"{application.Name}/{number}";

    public int Number { get; } = number;

    public JujuApplication Application { get; } = application;

    public JujuMachine Machine { get; } = machine;

    public JujuUnit? Principal { get; } = principal;

    public IReadOnlyList<JujuUnit> Subordinates => _subordinates;

    public bool IsLeader { get; set; }

    /// <summary>Its five-minute hook runs at this moment.</summary>
    public Func<bool> UpdatesStatus { get; init; } = () => false;

    /// <summary>The word of an agent that answers: idle, executing, allocating, failed.</summary>
    public string BusyWith { get; set; } = "idle";

    /// <summary>The unit's agent is silent, or its machine is.</summary>
    public bool Lost => _lostSince is not null || !Machine.AgentUp;

    public string Agent =>
        Lost ? "lost"
        : BusyWith == "idle" && UpdatesStatus() ? "executing"
        : BusyWith;

    public string AgentMessage =>
        Lost ? "agent is not communicating with the server"
        : Agent == "executing" ? "running update-status hook"
        : "";

    public DateTimeOffset AgentSince => _lostSince ?? (Machine.AgentUp ? _born : Machine.Since);

    /// <summary>
    /// active, blocked, waiting, maintenance, error, unknown.
    /// The controller says unknown of a lost unit that was not in error.
    /// </summary>
    public string Workload => HidesWord ? "unknown" : _workload;

    public string Message => HidesWord ? $"agent lost, see 'juju show-status-log {Name}'" : _message;

    public DateTimeOffset WorkloadSince => HidesWord ? AgentSince : _workloadSince;

    /// <summary>
    /// A down machine hides the word always; a lost agent alone as the world's setting says
    /// (FACTS 0.1 against Juju's own source).
    /// </summary>
    private bool HidesWord => Lost && _workload != "error" && (!Machine.AgentUp || !Application.LostKeepsWord);

    /// <summary>What status-set did.</summary>
    public void Say(string workload, string message, DateTimeOffset now)
    {
        if (workload == _workload && message == _message)
            return;
        _workload = workload;
        _message = message;
        _workloadSince = now;
    }

    /// <summary>Its agent runs one action at a time: when one that is asked for now will have ended.</summary>
    public DateTimeOffset Engage(TimeSpan takes, DateTimeOffset now) =>
        _engagedUntil = (_engagedUntil > now ? _engagedUntil : now) + takes;

    public void LoseAgent(DateTimeOffset now) => _lostSince = now;

    public void FindAgent() => _lostSince = null;

    internal void Carry(JujuUnit subordinate) => _subordinates.Add(subordinate);
}
