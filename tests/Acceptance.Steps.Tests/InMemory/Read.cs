using Acceptance.Cloud;

namespace Acceptance.Steps.Tests.InMemory;

/// <summary>Readings as a port yields them.</summary>
internal static class Read
{
    public static Evidence By(string question) =>
        new($"{question} -> 200", $"{question.Split(' ')}", Excerpt.None, DateTimeOffset.UnixEpoch);

    public static Task<Reading<T>> Seen<T>(T value) =>
        Task.FromResult<Reading<T>>(new Reading<T>.Seen(value, By("GET /")));

    public static Task<Reading<IReadOnlyList<T>>> List<T>(params IReadOnlyList<T> values) => Seen(values);

    public static Task<Reading<T>> Unread<T>(Unreadable why, string sentence) =>
        Task.FromResult<Reading<T>>(new Reading<T>.Unread(why, $"{sentence}", By("GET /")));
}
