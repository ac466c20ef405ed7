namespace Acceptance.Surroundings;

/// <summary>
/// How much of a wide sweep runs: all of it with ACCEPTANCE_LONG=1, else a sample by a seed that is printed and can
/// be given again (ACCEPTANCE_SEED).
/// </summary>
public static class Breadth
{
    public static bool Whole { get; } = Environment.GetEnvironmentVariable("ACCEPTANCE_LONG") == "1";

    public static int Seed { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("ACCEPTANCE_SEED"), out var given)
            ? given
            : Random.Shared.Next(1, 1_000_000);

    public static IReadOnlyList<T> Sample<T>(IReadOnlyList<T> all, int size)
    {
        if (Whole)
            return all;
        T[] shuffled = [.. all];
        new Random(Seed).Shuffle(shuffled);
        return shuffled[..Math.Min(size, shuffled.Length)];
    }
}
