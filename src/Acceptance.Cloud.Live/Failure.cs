using Acceptance.Cloud.Sentences;

namespace Acceptance.Cloud.Live;

/// <summary>Why an adapter has no fact, before it is known which fact it was to be.</summary>
internal sealed record Failure(Unreadable Why, Sentence Sentence, Evidence Evidence)
{
    public Reading<T> As<T>() => new Reading<T>.Unread(Why, Sentence, Evidence);
}
