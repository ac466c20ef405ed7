using YamlDotNet.Serialization;

namespace k8s.KubeConfigModels;

/// <summary>A user by name.</summary>
public class User
{
    [YamlMember(Alias = "user", ApplyNamingConventions = false)]
    public UserCredentials? UserCredentials { get; set; }

    [YamlMember(Alias = "name", ApplyNamingConventions = false)]
    public string? Name { get; set; }
}
