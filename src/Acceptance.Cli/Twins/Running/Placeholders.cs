using System.Text.RegularExpressions;
using Acceptance.Cloud.Twin.World;

namespace Acceptance.Cli.Twins.Running;

/// <summary>What the runbooks leave open in angle brackets, and what stands there in a twin's world.</summary>
internal sealed partial class Placeholders
{
    private readonly Dictionary<string, string> _values;

    public Placeholders(TwinWorld world, IReadOnlyDictionary<string, string> given)
    {
        var plan = world.Plan;
        var stack = $"{plan.Cluster}-{plan.ClusterSuffix}";
        string? balancer;
        lock (world.Gate)
            balancer = world
                .Workloads.All.FirstOrDefault(one => one.Magnum.Name == plan.Cluster)
                ?.Stack.ApiBalancer?.Id;
        _values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["cluster"] = plan.Cluster,
            ["suffix"] = plan.ClusterSuffix,
            ["CAPI-suffix"] = plan.ClusterSuffix,
            ["cluster-suffix"] = stack,
            ["cluster-name-suffix"] = stack,
            ["project-id"] = plan.CapiProjectId,
            ["magnum-ns"] = $"magnum-{plan.CapiProjectId}",
            ["host"] = plan.Hosts[0],
            ["dom"] = plan.Hosts[0],
            ["profile"] = "admin",
        };
        foreach (var name in balancer is null ? [] : (string[])["LB-ID", "lb-id", "api-lb-id"])
            _values[name] = balancer!;
        foreach (var (name, value) in given)
            _values[name] = value;
    }

    /// <summary>Every name that is filled, and by what.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    public (string Text, IReadOnlyList<TextChange> Changes) Fill(string text)
    {
        var changes = new List<TextChange>();
        var filled = Open()
            .Replace(
                text,
                match =>
                {
                    if (!_values.TryGetValue(match.Groups["name"].Value, out var value))
                        return match.Value;
                    changes.Add(
                        new TextChange(
                            text.AsSpan(0, match.Index).Count('\n') + 1,
                            match.Value,
                            value,
                            "a placeholder; another value: --fill NAME=VALUE"
                        )
                    );
                    return value;
                }
            );
        return (filled, changes);
    }

    [GeneratedRegex(@"(?<!<)<(?<name>[A-Za-z][A-Za-z0-9-]*)>")]
    private static partial Regex Open();
}
