namespace Acceptance.Runs.Tests;

/// <summary>How much of a wide sweep runs: all of it with ACCEPTANCE_LONG=1, else a sample by a seed that is printed and can be given again (ACCEPTANCE_SEED).</summary>
internal static class Breadth
{
    public static int Seed { get; } = int.TryParse(Environment.GetEnvironmentVariable("ACCEPTANCE_SEED"), out var given) ? given : Random.Shared.Next(1, 1_000_000);

    public static IReadOnlyList<T> Sample<T>(IReadOnlyList<T> all, int size)
    {
        if (Environment.GetEnvironmentVariable("ACCEPTANCE_LONG") == "1") return all;
        var random = new Random(Seed);
        T[] shuffled = [.. all];
        random.Shuffle(shuffled);
        return shuffled[..Math.Min(size, shuffled.Length)];
    }
}
