using k8s.Exceptions;
using k8s.KubeConfigModels;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace k8s;

public partial class KubernetesClientConfiguration
{
    public static readonly string KubeConfigDefaultLocation = Path.Combine(
        Environment.GetEnvironmentVariable(OperatingSystem.IsWindows() ? "USERPROFILE" : "HOME") ?? "/",
        ".kube",
        "config"
    );

    public string? CurrentContext { get; private set; }

    public static KubernetesClientConfiguration BuildConfigFromConfigFile(
        string? kubeconfigPath = null,
        string? currentContext = null,
        string? masterUrl = null,
        bool useRelativePaths = true
    ) =>
        BuildConfigFromConfigFile(
            new FileInfo(kubeconfigPath ?? KubeConfigDefaultLocation),
            currentContext,
            masterUrl,
            useRelativePaths
        );

    public static KubernetesClientConfiguration BuildConfigFromConfigFile(
        FileInfo kubeconfig,
        string? currentContext = null,
        string? masterUrl = null,
        bool useRelativePaths = true
    ) => BuildConfigFromConfigObject(LoadKubeConfig(kubeconfig, useRelativePaths), currentContext, masterUrl);

    public static KubernetesClientConfiguration BuildConfigFromConfigFile(
        Stream kubeconfig,
        string? currentContext = null,
        string? masterUrl = null
    ) => BuildConfigFromConfigObject(LoadKubeConfig(kubeconfig), currentContext, masterUrl);

    /// <param name="k8SConfig">What a kubeconfig holds.</param>
    /// <param name="currentContext">A context of it; null: the one it names itself.</param>
    /// <param name="masterUrl">In place of the cluster's own server.</param>
    public static KubernetesClientConfiguration BuildConfigFromConfigObject(
        K8SConfiguration k8SConfig,
        string? currentContext = null,
        string? masterUrl = null
    )
    {
        ArgumentNullException.ThrowIfNull(k8SConfig);
        var configuration = new KubernetesClientConfiguration();
        if ((currentContext ?? k8SConfig.CurrentContext) is { } context)
            configuration.Take(k8SConfig, context);
        if (!string.IsNullOrWhiteSpace(masterUrl))
            configuration.Host = masterUrl;
        if (string.IsNullOrWhiteSpace(configuration.Host))
            throw new KubeConfigException(
                "The kubeconfig has no current-context, so it names no server: set one, or name the context."
            );
        return configuration;
    }

    public static K8SConfiguration LoadKubeConfig(FileInfo kubeconfig, bool useRelativePaths = true)
    {
        if (!kubeconfig.Exists)
            throw new KubeConfigException($"There is no kubeconfig at {kubeconfig.FullName}.");
        using var stream = kubeconfig.OpenRead();
        var loaded = LoadKubeConfig(stream);
        if (useRelativePaths)
            loaded.FileName = kubeconfig.FullName;
        return loaded;
    }

    public static K8SConfiguration LoadKubeConfig(Stream kubeconfigStream)
    {
        using var text = new StreamReader(kubeconfigStream, leaveOpen: true);
        var yaml = new DeserializerBuilder()
            .WithNamingConvention(CamelCaseNamingConvention.Instance)
            .IgnoreUnmatchedProperties()
            .Build();
        return yaml.Deserialize<K8SConfiguration?>(text) ?? throw new KubeConfigException("The kubeconfig is empty.");
    }
}
