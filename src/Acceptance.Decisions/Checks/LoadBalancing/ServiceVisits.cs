namespace Acceptance.Decisions.Checks.LoadBalancing;

/// <summary>
/// The names that answered the visitors of a Service, one a visitor, beside the pods that stand behind it.
/// </summary>
/// <param name="Balancer">The load balancer's name.</param>
/// <param name="Address">Where the visitors went.</param>
/// <param name="Cluster">Whose nodes carry the visitors from the load balancer to the pods.</param>
public sealed record ServiceVisits(
    IReadOnlyList<string> Answers,
    IReadOnlyCollection<string> Pods,
    string Balancer,
    string Address,
    string Cluster
);
