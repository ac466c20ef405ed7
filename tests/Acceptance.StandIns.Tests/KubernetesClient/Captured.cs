using k8s;

namespace Acceptance.StandIns.Tests.KubernetesClient;

/// <summary>What a real API server said, from Captures/.</summary>
internal static class Captured
{
    public static string Text(string file) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "KubernetesClient", "Captures", file));

    public static T As<T>(string name) => KubernetesJson.Deserialize<T>(Text($"{name}.json"))!;
}
