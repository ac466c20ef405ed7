using Acceptance.Cloud;
using Acceptance.Cloud.Twin.World;

namespace Acceptance.Worlds;

/// <summary>Readings of a world. Their evidence is the question and the world's time: nothing was exchanged.</summary>
internal sealed class WorldReadings(TwinWorld world)
{
    public Reading<T> Seen<T>(string question, T value) => new Reading<T>.Seen(value, Evidence(question));

    public Reading<T> Unread<T>(string question, Unreadable why) =>
        new Reading<T>.Unread(why, $"{question} of the world: {why}", Evidence(question));

    /// <summary>What the projection does not know; a test fails for a fact that rests on it.</summary>
    public Task<Reading<T>> Unknown<T>(string question) => Task.FromResult(Unread<T>(question, Unreadable.NotEmulated));

    /// <summary>A world without a wire is only read.</summary>
    public Task<Reading<T>> OnlyRead<T>(string question) =>
        Task.FromResult(Unread<T>(question, Unreadable.NotPermitted));

    private Evidence Evidence(string question) => new($"{question} of the world", $"", Excerpt.None, world.Now);
}
