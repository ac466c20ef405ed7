using System.Text.Json;

namespace Acceptance.Benchmarks.Answers;

/// <summary>What an operator and a run both know before they ask.</summary>
/// <param name="SiteFile">The twin's site.</param>
/// <param name="Home">The operator's home.</param>
/// <param name="WorkloadKubeconfig">The file that 8.2 left.</param>
/// <param name="Placement">Placement's public endpoint.</param>
internal sealed record Ground(string SiteFile, string Home, string WorkloadKubeconfig, string Placement)
{
    public string ToJson() => JsonSerializer.Serialize(this);

    public static Ground FromJson(string json) => JsonSerializer.Deserialize<Ground>(json)!;
}
