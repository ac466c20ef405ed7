using System.Text.Json;
using Allure.Net.Commons;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Acceptance.StandIns.Tests.AllureNUnit;

/// <summary>Runs one fixture with NUnit's own runner and reads the files it left.</summary>
internal static class SampleRun
{
    private static readonly HashSet<string> Before = Files().ToHashSet();

    private static readonly Lazy<IReadOnlyList<JsonElement>> Left = new(() =>
    {
        _ = Before;
        var runner = new NUnitTestAssemblyRunner(new DefaultTestAssemblyBuilder());
        runner.Load(typeof(AllureSample).Assembly, new Dictionary<string, object> { ["NumberOfTestWorkers"] = 0 });
        runner.Run(
            TestListener.NULL,
            TestFilter.FromXml($"<filter><class>{typeof(AllureSample).FullName}</class></filter>")
        );
        return Files()
            .Except(Before)
            .Where(file => file.EndsWith(".json", StringComparison.Ordinal))
            .Select(Read)
            .ToArray();
    });

    public static string Directory => AllureLifecycle.Instance.ResultsDirectory;

    public static IReadOnlyList<JsonElement> Results =>
        [.. Left.Value.Where(file => file.TryGetProperty("fullName", out _))];

    public static IReadOnlyList<JsonElement> Containers =>
        [.. Left.Value.Where(file => file.TryGetProperty("children", out _))];

    public static JsonElement Result(string name) =>
        Results.Single(result => result.GetProperty("name").GetString() == name);

    private static string[] Files() => System.IO.Directory.GetFiles(Directory);

    private static JsonElement Read(string file) => JsonDocument.Parse(File.ReadAllText(file)).RootElement;
}
