namespace Acceptance.Surroundings;

/// <summary>The clone that these tests were built in.</summary>
public static class WorkTree
{
    /// <summary>The folder of Acceptance.sln.</summary>
    public static string Root { get; } = FindRoot();

    public static string PathOf(params IReadOnlyList<string> parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Acceptance.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException(
            $"No folder above {AppContext.BaseDirectory} holds Acceptance.sln: run the tests from a clone."
        );
    }
}
