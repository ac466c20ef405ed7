using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;

namespace Acceptance.Decisions.Checks.LoadBalancing;

/// <summary>A failover as the run watched it.</summary>
/// <param name="Operating">The operating states that were read while it went on.</param>
/// <param name="Probe">The API, asked without pause.</param>
/// <param name="BlipBudget">How long the API may pause.</param>
public sealed record FailoverWatch(
    FailoverSide Before,
    FailoverSide After,
    IReadOnlyList<State<OperatingStatus>> Operating,
    ProbeLog Probe,
    TimeSpan BlipBudget
);
