using System.Collections.Specialized;
using System.ComponentModel;
using System.Reflection;
using Reqnroll.Discovery;
using Reqnroll.Execution;

namespace Reqnroll.NUnit;

/// <summary>What a generated fixture calls; not for use by hand, the original has no such type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GeneratedFeature(
    Assembly tests,
    string file,
    string folder,
    string title,
    string description,
    params string[] tags
)
{
    private FeatureRun? run;

    internal string File { get; } = file;

    public Task StartAsync()
    {
        run = new FeatureRun(
            GeneratedTestRun.Of(tests),
            new FeatureInfo(BindingMethod.Culture, folder, title, description, tags)
        );
        return run.StartAsync();
    }

    public Task EndAsync() => run?.EndAsync() ?? Task.CompletedTask;

    /// <param name="rowTags">The tags of the Examples that the row stands in, comma by comma.</param>
    /// <param name="row">Column, value, column, value ... of an outline's row.</param>
    public GeneratedScenario Scenario(
        int line,
        string title,
        string description,
        string[] tags,
        RuleInfo? rule,
        string rowTags = "",
        params string[] row
    )
    {
        var arguments = new OrderedDictionary();
        for (var i = 0; i + 1 < row.Length; i += 2)
        {
            arguments[row[i]] = row[i + 1];
        }

        var feature = run ?? throw new InvalidOperationException($"{File}: the feature has not been started.");
        string[] inherited = [.. feature.Context.FeatureInfo.Tags, .. rule?.Tags ?? []];
        var info = new ScenarioInfo(
            title,
            description,
            [.. tags, .. rowTags.Split(',', StringSplitOptions.RemoveEmptyEntries)],
            arguments,
            inherited
        );
        return new GeneratedScenario(new ScenarioRun(feature, info, rule), File, line);
    }
}
