using YamlDotNet.Serialization;

namespace k8s.KubeConfigModels;

/// <summary>A kubeconfig.</summary>
public class K8SConfiguration
{
    [YamlMember(Alias = "apiVersion", ApplyNamingConventions = false)]
    public string? ApiVersion { get; set; }

    [YamlMember(Alias = "kind", ApplyNamingConventions = false)]
    public string? Kind { get; set; }

    [YamlMember(Alias = "current-context", ApplyNamingConventions = false)]
    public string? CurrentContext { get; set; }

    [YamlMember(Alias = "contexts", ApplyNamingConventions = false)]
    public IEnumerable<Context> Contexts { get; set; } = [];

    [YamlMember(Alias = "clusters", ApplyNamingConventions = false)]
    public IEnumerable<Cluster> Clusters { get; set; } = [];

    [YamlMember(Alias = "users", ApplyNamingConventions = false)]
    public IEnumerable<User> Users { get; set; } = [];

    [YamlIgnore]
    public string? FileName { get; set; }
}
