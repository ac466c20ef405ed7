using System.Net.Http.Headers;

namespace Acceptance.Cloud.Live.Transport;

/// <summary>An HTTP answer, whatever its code, with the evidence of the exchange.</summary>
/// <param name="Redaction">Whoever puts words of the answer into a sentence has it look at them.</param>
internal sealed record Received(
    int Status,
    string Body,
    HttpResponseHeaders Headers,
    Evidence Evidence,
    Redaction Redaction
)
{
    public bool IsGood => Status is >= 200 and < 300;

    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? values.First() : null;
}
