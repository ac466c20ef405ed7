namespace Acceptance.Surroundings;

/// <summary>
/// Runbooks, coverage and captures stay outside the repository: in ../shared beside it, or where ACCEPTANCE_SHARED
/// says.
/// </summary>
public static class SharedFolder
{
    public static string Root { get; } =
        Path.GetFullPath(
            Environment.GetEnvironmentVariable("ACCEPTANCE_SHARED") is { Length: > 0 } given
                ? given
                : Path.Combine("..", "shared"),
            WorkTree.Root
        );

    public static string PathOf(params IReadOnlyList<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>The file or folder of that name in it, for a test that cannot do without.</summary>
    public static string Need(string name, string lost)
    {
        var path = PathOf(name);
        if (!Path.Exists(path))
            Absent.Say(
                $"'{name}' is not in ../shared beside the repository: set ACCEPTANCE_SHARED to the folder that "
                    + $"holds it; {lost}"
            );
        return path;
    }
}
