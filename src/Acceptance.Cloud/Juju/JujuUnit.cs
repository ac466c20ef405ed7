namespace Acceptance.Cloud.Juju;

/// <summary>A unit, principal or subordinate, flat.</summary>
/// <param name="Workload">Unsaid when juju printed none.</param>
/// <param name="Agent">Unsaid when juju printed none.</param>
/// <param name="Principal">The unit it lives in; null for a principal.</param>
public sealed record JujuUnit(
    string Name,
    string Application,
    State<WorkloadStatus> Workload,
    State<AgentStatus> Agent,
    string Message,
    bool Leader,
    string Machine,
    string PublicAddress,
    string? Principal,
    DateTimeOffset? Since
)
{
    /// <summary>Its message as a sentence quotes it: one that quotes something itself stands as it is.</summary>
    public string QuotedMessage => Message.Contains('"') ? Message : $"\"{Message}\"";

    /// <summary>Since when its agent is as it is; Since is the workload's moment.</summary>
    public DateTimeOffset? AgentSince { get; init; }

    /// <summary>What its agent runs, in juju's words ("running update-status hook"); empty when it is idle.</summary>
    public string Hook { get; init; } = "";

    /// <summary>Every unit's agent runs this hook every five minutes: it is at work, and nothing changes.</summary>
    public bool IsUpdatingStatus => Agent.Is(AgentStatus.Executing) && Hook == "running update-status hook";
}
