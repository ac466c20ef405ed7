namespace Acceptance.Benchmarks.Answers;

/// <summary>
/// The lines of an answer, sorted; how long it took from the moment it was asked; the requests made for it.
/// </summary>
internal sealed record Answer(IReadOnlyList<string> Lines, TimeSpan Wall, int Requests)
{
    public static IReadOnlyList<string> Sorted(IEnumerable<string> lines) => [.. lines.Order(StringComparer.Ordinal)];
}
