using Acceptance.Cloud;

namespace Acceptance.Live.Tests.Hostile.Services;

/// <summary>Who asks a hostile service.</summary>
/// <param name="Shape">What it would take for a list.</param>
/// <param name="Secret">What it proves itself with to this service; null: it has nothing to.</param>
/// <param name="Tries">How often it asks at most what broke off.</param>
/// <param name="Bound">Bytes that it takes in of one answer.</param>
internal sealed record HostileClient(
    string Name,
    AnswerShape Shape,
    string? Secret,
    int Tries,
    long Bound,
    Func<HostileServer, SteppedClock, string, Task<Ended>> Ask
)
{
    public static Ended How<T>(Reading<T> reading, Func<T, string> says)
    {
        var evidence = reading.Evidence;
        var shown = string.Join('\n', evidence.Asked, evidence.ByHand, evidence.Excerpt);
        return reading is Reading<T>.Unread unread
            ? new($"{unread.Why}", unread.Sentence.ToString(), shown)
            : new("seen", says(((Reading<T>.Seen)reading).Value), shown);
    }

    public override string ToString() => Name;
}
