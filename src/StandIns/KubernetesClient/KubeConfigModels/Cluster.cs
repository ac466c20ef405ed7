using YamlDotNet.Serialization;

namespace k8s.KubeConfigModels;

/// <summary>A cluster by name.</summary>
public class Cluster
{
    [YamlMember(Alias = "cluster", ApplyNamingConventions = false)]
    public ClusterEndpoint? ClusterEndpoint { get; set; }

    [YamlMember(Alias = "name", ApplyNamingConventions = false)]
    public string? Name { get; set; }
}
