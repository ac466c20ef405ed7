using System.Diagnostics.CodeAnalysis;

namespace Acceptance.Surroundings;

/// <summary>
/// Something that a test needs is not here: on a user's machine it is skipped with that sentence; in CI a skip is a
/// gap, and fails.
/// </summary>
public static class Absent
{
    public static bool InCi => Environment.GetEnvironmentVariable("CI") is { Length: > 0 } said && said != "false";

    [DoesNotReturn]
    public static void Say(string sentence)
    {
        if (InCi)
            Assert.Fail(sentence);
        Assert.Ignore(sentence);
        throw new InvalidOperationException(sentence);
    }
}
