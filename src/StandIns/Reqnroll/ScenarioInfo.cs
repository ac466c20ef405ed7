using System.Collections.Specialized;

namespace Reqnroll;

public class ScenarioInfo(
    string title,
    string description,
    string[] tags,
    IOrderedDictionary arguments,
    string[]? inheritedTags = null
)
{
    /// <summary>The scenario's own tags, and those of the Examples its row stands in.</summary>
    public string[] Tags { get; } = tags;

    /// <summary>Its own tags and those of its rule and its feature.</summary>
    public string[] CombinedTags { get; } = [.. tags.Concat(inheritedTags ?? []).Distinct()];

    /// <summary>The row of an outline, column by column; empty for a plain scenario.</summary>
    public IOrderedDictionary Arguments { get; } = arguments;

    public string Title { get; } = title;

    public string Description { get; } = description;
}
