using Acceptance.Surroundings;

namespace Acceptance.Live.Tests.Cases;

/// <summary>
/// What an operator of another cloud had in a file or on the screen; names, addresses and secrets are neutral.
/// </summary>
internal static class CaseInput
{
    public static string PathOf(string name) =>
        Path.Combine(WorkTree.Root, "tests", "Acceptance.Live.Tests", "Cases", "in", name);

    public static string Text(string name) => File.ReadAllText(PathOf(name));
}
