using System.Globalization;
using Acceptance.Cloud.Live.Clock;

namespace Acceptance.Cloud.Live.Kubernetes;

/// <summary>
/// Stands in the client's pipeline: asks the gate before each request, and notes what was asked and answered for the
/// evidence.
/// </summary>
internal sealed class GatedHandler(IRequestGate gate, ICloudClock clock) : DelegatingHandler
{
    private readonly AsyncLocal<Sent?> _current = new();

    /// <summary>Begins a question; its requests are noted in what is returned.</summary>
    public Sent Note() => _current.Value = new Sent();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        var intent = new Intent.Request(
            "kubernetes",
            request.Method.Method,
            request.RequestUri!.AbsolutePath,
            request.RequestUri
        );
        var note = _current.Value ?? new Sent();
        note.Asked = $"{request.Method} {request.RequestUri}";
        note.Outcome = "not permitted, not sent";
        if (gate.Ask(intent) is Permission.Refused refused)
            throw new GateRefusedException(refused.Sentence);
        note.Outcome = "no answer";
        try
        {
            var response = await base.SendAsync(request, cancel);
            note.Outcome = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
            return response;
        }
        finally
        {
            gate.Ended(new Exchange(intent, note.Outcome, await clock.Moment()));
        }
    }

    /// <summary>The last request of a question and how it ended.</summary>
    public sealed class Sent
    {
        public string Asked { get; set; } = "";

        public string Outcome { get; set; } = "";
    }
}
