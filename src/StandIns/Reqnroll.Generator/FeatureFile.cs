using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Reqnroll.Generator;

/// <summary>
/// A feature file as the build hands it over; compared by value, so that an untouched one is not written again.
/// </summary>
/// <param name="Path">Where it is, for the debugger.</param>
/// <param name="Name">How messages call it: from the folder it shares with the project, forward slashes.</param>
/// <param name="Folder">Its folder in the project: of its Link, if it has one.</param>
/// <param name="IsOurs">False beside the packages, which write the fixture themselves.</param>
internal sealed record FeatureFile(
    string Path,
    string Name,
    string Folder,
    string RootNamespace,
    string Text,
    bool IsOurs
)
{
    /// <summary>The root namespace, and the folder that the file or its Link stands in.</summary>
    public string Namespace =>
        string.Join(
            ".",
            new[] { RootNamespace }.Concat(Folder.Split('/').Select(Identifier.Of).Where(part => part.Length > 0))
        );

    public string Hint => string.Concat(Name.Select(letter => char.IsLetterOrDigit(letter) ? letter : '_')) + ".g.cs";

    public static bool IsUpstream(AnalyzerConfigOptionsProvider options) =>
        options.GlobalOptions.TryGetValue("build_property.UpstreamPackages", out var value) && value == "true";

    public static FeatureFile Read(AdditionalText text, AnalyzerConfigOptionsProvider options, CancellationToken cancel)
    {
        string Of(AnalyzerConfigOptions from, string name) =>
            from.TryGetValue("build_" + name, out var value) ? value.Replace('\\', '/') : "";
        var path = System.IO.Path.GetFullPath(text.Path).Replace('\\', '/');
        var project = Of(options.GlobalOptions, "property.ProjectDir").TrimEnd('/') + "/";
        var link = Of(options.GetOptions(text), "metadata.AdditionalFiles.Link");
        if (link.Length == 0)
            link = path.StartsWith(project, StringComparison.Ordinal) ? path.Substring(project.Length) : "";
        var shared = project.Zip(path, (one, other) => one == other).TakeWhile(same => same).Count();
        return new FeatureFile(
            path,
            path.Substring(path.LastIndexOf('/', Math.Min(shared, path.Length - 1)) + 1),
            link.Contains('/') ? link.Substring(0, link.LastIndexOf('/')) : "",
            Of(options.GlobalOptions, "property.RootNamespace"),
            text.GetText(cancel)?.ToString() ?? "",
            !IsUpstream(options)
        );
    }
}
