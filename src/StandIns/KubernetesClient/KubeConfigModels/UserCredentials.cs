using YamlDotNet.Serialization;

namespace k8s.KubeConfigModels;

/// <summary>How a user proves to be one.</summary>
public class UserCredentials
{
    [YamlMember(Alias = "client-certificate-data", ApplyNamingConventions = false)]
    public string? ClientCertificateData { get; set; }

    [YamlMember(Alias = "client-certificate", ApplyNamingConventions = false)]
    public string? ClientCertificate { get; set; }

    [YamlMember(Alias = "client-key-data", ApplyNamingConventions = false)]
    public string? ClientKeyData { get; set; }

    [YamlMember(Alias = "client-key", ApplyNamingConventions = false)]
    public string? ClientKey { get; set; }

    [YamlMember(Alias = "token", ApplyNamingConventions = false)]
    public string? Token { get; set; }

    [YamlMember(Alias = "username", ApplyNamingConventions = false)]
    public string? UserName { get; set; }

    [YamlMember(Alias = "password", ApplyNamingConventions = false)]
    public string? Password { get; set; }
}
