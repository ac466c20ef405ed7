namespace Acceptance.Decisions.Tests;

/// <summary>
/// The seeds of the random tests: a sample by default, hundreds with ACCEPTANCE_LONG=1. A failing one stands in the
/// test's name.
/// </summary>
public static class Seeds
{
    public static IEnumerable<int> All =>
        Enumerable.Range(1, Environment.GetEnvironmentVariable("ACCEPTANCE_LONG") == "1" ? 500 : 25);

    public static T OneOf<T>(this Random random, params IReadOnlyList<T> choices) =>
        choices[random.Next(choices.Count)];

    public static IReadOnlyList<T> Some<T>(this Random random, int least, int most, Func<T> make) =>
        [.. Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => make())];
}
