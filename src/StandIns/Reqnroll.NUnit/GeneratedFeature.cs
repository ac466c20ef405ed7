using System.ComponentModel;
using System.Globalization;
using System.Reflection;

namespace Reqnroll.NUnit;

/// <summary>What a generated fixture knows of its feature; not for use by hand, the package has no such type.</summary>
/// <param name="tests">The assembly whose run it belongs to.</param>
/// <param name="uri">The file, from the folder it shares with the project.</param>
/// <param name="text">The whole file, for the messages that a formatter writes.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GeneratedFeature(
    Assembly tests,
    string uri,
    string folder,
    string language,
    string title,
    string description,
    string text,
    string[] tags
)
{
    internal string Uri => uri;

    // One object a feature: Reqnroll compares it by reference.
    internal FeatureInfo Info { get; } =
        new(
            CultureInfo.GetCultureInfo(language == "en" ? "en-US" : language),
            folder,
            title,
            description,
            ProgrammingLanguage.CSharp,
            tags,
            new FeatureMessages(uri, text)
        );

    public Task ReleaseAsync() => TestRunnerManager.ReleaseFeatureAsync(Info, tests);

    internal ITestRunner Runner() => TestRunnerManager.GetTestRunnerForAssembly(tests, featureHint: Info);
}
