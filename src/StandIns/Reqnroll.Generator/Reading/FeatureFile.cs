namespace Reqnroll.Generator.Reading;

/// <summary>A feature file as the build hands it over.</summary>
/// <param name="Path">Where it is, for the debugger.</param>
/// <param name="Name">How messages call it: from the folder it shares with the project, forward slashes.</param>
/// <param name="Folder">Its folder in the project: of its Link, if it has one.</param>
internal sealed record FeatureFile(string Path, string Name, string Folder, string RootNamespace, string Text);
