namespace Acceptance.Cloud.Twin.World.Magnum;

/// <summary>Magnum: cluster templates, clusters, and what its conductor does with them through the capi-helm driver.</summary>
public sealed partial class MagnumModel(TwinWorld world)
{
    public List<ClusterTemplate> Templates { get; } = [];

    public List<MagnumCluster> Clusters { get; } = [];

    /// <summary>The magnum-capi-helm that the running conductor has imported; what is on its host's disk may be newer.</summary>
    public string DriverVersion { get; set; } = world.Plan.DriverVersion;

    public ClusterTemplate? FindTemplate(string nameOrId) => Templates.Find(one => one.Id == nameOrId) ?? Templates.Find(one => one.Name == nameOrId);

    public MagnumCluster? FindCluster(string nameOrId) => Clusters.Find(one => one.Id == nameOrId) ?? Clusters.Find(one => one.Name == nameOrId);
}
