using Acceptance.Surroundings;

namespace Acceptance.Conformance.Tests.Captures;

/// <summary>
/// Where the captures are: ACCEPTANCE_CAPTURES, else captures below ACCEPTANCE_SHARED, else ../shared/captures beside
/// the repository.
/// </summary>
internal static class CapturesFolder
{
    /// <summary>The approved set: what the counts in Captures/approved were taken from.</summary>
    public static string Shared => SharedFolder.PathOf("captures");

    /// <summary>Somebody named a folder: all of it is replayed.</summary>
    public static bool IsNamed => Environment.GetEnvironmentVariable("ACCEPTANCE_CAPTURES") is { Length: > 0 };

    /// <summary>The folder of a family; absent: the test is ignored with a sentence, in CI it fails.</summary>
    public static string Of(string family)
    {
        var root = IsNamed
            ? Path.GetFullPath(Environment.GetEnvironmentVariable("ACCEPTANCE_CAPTURES")!, WorkTree.Root)
            : Shared;
        if (Directory.Exists(Path.Combine(root, family)))
            return Path.Combine(root, family);
        // The setting may name a family's own folder.
        if (Path.GetFileName(Path.TrimEndingDirectorySeparator(root)) == family && Directory.Exists(root))
            return root;
        var says =
            $"There is no folder '{family}' with captures in "
            + $"{(IsNamed ? "ACCEPTANCE_CAPTURES" : "../shared/captures beside the repository")}: "
            + "set ACCEPTANCE_CAPTURES to the folder that holds it; the twin is held against nothing here.";
        // A named folder may hold one family only.
        if (IsNamed)
            Assert.Ignore(says);
        Absent.Say(says);
        return "";
    }
}
