using Acceptance.Cloud.Operations;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Shells;

namespace Acceptance.Cloud.Live.Transport;

/// <summary>One HTTP request, before it is sent.</summary>
internal sealed record Outgoing(OperationCall Call, Uri At)
{
    public HttpMethod Method { get; } = new(Call.Operation.Method);

    /// <summary>The path as the service's reference words it; null: that of the address.</summary>
    public string? Path { get; init; }

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Made anew for each try.</summary>
    public Func<HttpContent>? Body { get; init; }

    /// <summary>What an operator would type to ask the same.</summary>
    public required ByHand ByHand { get; init; }

    /// <summary>The answer is a secret: no excerpt of it.</summary>
    public bool Secret { get; init; }

    /// <summary>What the evidence must carry into each verdict that rests on the answer; null: nothing.</summary>
    public Sentence? Reservation { get; init; }

    /// <summary>A read that may be repeated. All that is no GET or HEAD is sent once.</summary>
    public bool Repeatable => Method == HttpMethod.Get || Method == HttpMethod.Head;

    /// <summary>How many bytes of the answer are kept; more is Garbled, or cut where Cut.</summary>
    public int Bound { get; init; } = Bounds.Answer;

    /// <summary>Keeps the beginning of a longer answer.</summary>
    public bool Cut { get; init; }

    /// <summary>Wall time for the whole exchange; null: the transport's.</summary>
    public TimeSpan? Within { get; init; }
}
