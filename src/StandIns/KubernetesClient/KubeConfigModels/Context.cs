using YamlDotNet.Serialization;

namespace k8s.KubeConfigModels;

/// <summary>A cluster and a user by name.</summary>
public class Context
{
    [YamlMember(Alias = "context", ApplyNamingConventions = false)]
    public ContextDetails? ContextDetails { get; set; }

    [YamlMember(Alias = "name", ApplyNamingConventions = false)]
    public string? Name { get; set; }
}
