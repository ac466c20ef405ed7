namespace Acceptance.Cloud.Twin.Faults.Kubernetes;

/// <summary>What can break in the management cluster, in Magnum's conductor and in the clusters it makes.</summary>
internal static class KubernetesFaults
{
    public static IEnumerable<Fault> All() =>
        [
            ManagementDown.ShutOff(),
            ManagementDown.WhileNodesJoin(),
            TwoHomes.Of(),
            OldDriver.Of(),
            UnreadSettings.Of(),
            UnreadSettings.Overwritten(),
            MissingRole.Of(),
            MissingRole.Frozen(),
            MissingRole.WhileDeleting(),
            WrongNetworkDriver.Of(),
            OneEndpoint.Of(),
            CrashingAddon.Of(),
            StaleRecord.Of(),
            MissingClusterConfig.Of(),
            MissingOrc.Of(),
            TypedVersion.Of(),
        ];
}
