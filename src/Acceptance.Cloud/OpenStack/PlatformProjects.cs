namespace Acceptance.Cloud.OpenStack;

/// <summary>The projects, by id, in which the platform keeps guests; null where the site has no such part.</summary>
/// <param name="Management">Of the management VM.</param>
/// <param name="Workload">Of the workload cluster's machines.</param>
/// <param name="Services">Of the amphorae.</param>
public sealed record PlatformProjects(string? Management, string? Workload, string? Services);
