using System.Security.Cryptography;
using System.Text;
using Acceptance.Decisions.Runs;

namespace Acceptance.Reporting.Allure;

/// <summary>By what a report tells results apart, and knows that today's scenario is yesterday's.</summary>
internal sealed class ResultNames(string runId)
{
    private readonly Dictionary<string, int> _met = [];

    /// <summary>
    /// The name of a scenario that survives a run; one that occurs again (a row of an outline) is counted.
    /// </summary>
    public (string FullName, string History, string Uuid) Next(ScenarioRecord scenario)
    {
        var name = $"{scenario.File}: {scenario.Feature}: {scenario.Title}";
        var count = _met[name] = _met.GetValueOrDefault(name) + 1;
        if (count > 1)
            name += $" ({count})";
        return (name, Hash(name).ToString("N"), Hash($"{runId} {name}").ToString());
    }

    // 16 bytes are what a report expects of an id; nothing is kept secret by them.
    private static Guid Hash(string text) => new(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
