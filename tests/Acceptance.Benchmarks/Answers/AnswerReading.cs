using Acceptance.Cloud;

namespace Acceptance.Benchmarks.Answers;

/// <summary>Facts as lines of an answer.</summary>
internal static class AnswerReading
{
    public static async Task<Reading<IReadOnlyList<string>>> Lines<T>(
        this Task<Reading<IReadOnlyList<T>>> reading,
        Func<T, string> line,
        Func<T, bool>? where = null
    ) => (await reading).Map(all => (IReadOnlyList<string>)[.. all.Where(where ?? (_ => true)).Select(line)]);

    public static async Task<Reading<IReadOnlyList<string>>> Lines<T>(
        this Task<Reading<T>> reading,
        params Func<T, string>[] lines
    ) => (await reading).Map(one => (IReadOnlyList<string>)[.. lines.Select(line => line(one))]);

    /// <summary>As jq writes it.</summary>
    public static string Word(this bool flag) => flag ? "true" : "false";
}
