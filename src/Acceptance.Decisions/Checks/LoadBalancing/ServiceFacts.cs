using Acceptance.Cloud.Facts;

namespace Acceptance.Decisions.Checks.LoadBalancing;

/// <summary>What a run sees of the Services and load balancers that it makes, moves and removes.</summary>
public static class ServiceFacts
{
    /// <summary>Who answered the visitors of the throwaway Service.</summary>
    public static FactKey<ServiceVisits> Visits { get; } = FactKey<ServiceVisits>.Witnessed("visits of the Service");

    /// <summary>What was still there of the Service after its removal.</summary>
    public static FactKey<Remnants> ServiceRemnants { get; } =
        FactKey<Remnants>.Witnessed("remnants of the removed Service");

    /// <summary>The failover of the API's load balancer, before, while and after.</summary>
    public static FactKey<FailoverWatch> Failover { get; } = FactKey<FailoverWatch>.Witnessed("the failover");
}
