using YamlDotNet.Serialization;

namespace k8s.KubeConfigModels;

/// <summary>Which cluster, as which user, in which namespace.</summary>
public class ContextDetails
{
    [YamlMember(Alias = "cluster", ApplyNamingConventions = false)]
    public string? Cluster { get; set; }

    [YamlMember(Alias = "user", ApplyNamingConventions = false)]
    public string? User { get; set; }

    [YamlMember(Alias = "namespace", ApplyNamingConventions = false)]
    public string? Namespace { get; set; }
}
