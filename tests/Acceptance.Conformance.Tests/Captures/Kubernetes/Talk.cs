namespace Acceptance.Conformance.Tests.Captures.Kubernetes;

/// <summary>What a replay came to.</summary>
internal sealed record Talk(IReadOnlyList<string> Differences)
{
    /// <summary>The twin said that it does not do this; null: it does.</summary>
    public string? NotEmulated { get; init; }

    public static string? EdgeIn(IEnumerable<Exchange> exchanges) =>
        exchanges.FirstOrDefault(one => one.Status == 501) is { } edge
            ? (string?)(edge.Body as System.Text.Json.Nodes.JsonObject)?["message"] ?? "not emulated"
            : null;
}
