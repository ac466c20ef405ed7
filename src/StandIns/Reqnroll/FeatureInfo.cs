using System.Globalization;

namespace Reqnroll;

/// <summary>What a feature file says about itself.</summary>
public class FeatureInfo(
    CultureInfo language,
    string folderPath,
    string title,
    string description,
    params string[] tags
)
{
    public string[] Tags { get; } = tags;

    public ProgrammingLanguage GenerationTargetLanguage => ProgrammingLanguage.CSharp;

    /// <summary>The folder of the file in its project (of its Link, if it has one); forward slashes.</summary>
    public string FolderPath { get; } = folderPath;

    public string Title { get; } = title;

    public string Description { get; } = description;

    public CultureInfo Language { get; } = language;
}
