using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;

namespace Acceptance.Decisions.Checks.Clusters;

/// <summary>A cluster that was removed, and how Magnum answers who asks for it now.</summary>
public sealed record RemovedCluster(string Name, Reading<MagnumCluster> Now);
