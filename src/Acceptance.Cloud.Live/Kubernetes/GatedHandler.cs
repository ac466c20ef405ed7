using System.Globalization;
using Acceptance.Cloud.Live.Clock;
using Acceptance.Cloud.Live.Json;
using Acceptance.Cloud.Live.Transport;
using Acceptance.Cloud.Operations;

namespace Acceptance.Cloud.Live.Kubernetes;

/// <summary>
/// Stands in the client's pipeline: asks the gate before each request, and notes what was asked and answered for the
/// evidence.
/// </summary>
internal sealed class GatedHandler(IRequestGate gate, ICloudClock clock) : DelegatingHandler
{
    private readonly AsyncLocal<Sent?> _current = new();

    /// <summary>Begins a question; its requests are noted in what is returned.</summary>
    public Sent Note(Operation operation) => _current.Value = new Sent(operation);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        var path = request.RequestUri!.AbsolutePath;
        var note = _current.Value ?? throw new InvalidOperationException("A request belongs to a question.");
        note.Asked = $"{request.Method} {request.RequestUri}";
        if (!note.Operation.Covers(request.Method.Method, path))
            throw new GateRefusedException($"{note.Asked} is not {note.Operation.Id}, which was meant: not sent");
        var intent = new Intent.Request(note.Operation, path, request.RequestUri);
        note.Requests++;
        note.Outcome = "not permitted, not sent";
        if (gate.Ask(intent) is Permission.Refused refused)
            throw new GateRefusedException(refused.Sentence);
        note.Outcome = "no answer";
        try
        {
            var response = await base.SendAsync(request, cancel);
            note.Outcome = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
            return await Bounded(response, note, cancel);
        }
        finally
        {
            gate.Ended(new Exchange(intent, note.Outcome, await clock.Moment()));
        }
    }

    /// <summary>The client reads a body to its end, however long: it gets one that has been read, up to the bound.
    /// </summary>
    private async Task<HttpResponseMessage> Bounded(HttpResponseMessage response, Sent note, CancellationToken cancel)
    {
        using var sent = response.Content;
        var (bytes, whole) = await AnswerBody.Read(response, Bounds.Answer, cut: false, cancel);
        if (!whole)
            throw new BoundExceededException(Bounds.TooLong(note.Asked, Bounds.Answer));
        if ((note.Bytes += bytes.Length) > Bounds.Answer)
            throw new BoundExceededException(Bounds.TooLongList(note.Asked, note.Requests));
        if (JsonValues.Exceed(bytes.Span))
            throw new BoundExceededException(Bounds.TooManyValues(note.Asked));
        response.Content = new ReadOnlyMemoryContent(bytes);
        response.Content.Headers.ContentType = sent.Headers.ContentType;
        return response;
    }

    /// <summary>The last request of a question and how it ended.</summary>
    public sealed class Sent(Operation operation)
    {
        /// <summary>What the question means to ask.</summary>
        public Operation Operation => operation;

        public string Asked { get; set; } = "";

        public string Outcome { get; set; } = "";

        /// <summary>Of all answers together.</summary>
        public long Bytes { get; set; }

        /// <summary>How many were made; more than one: pages.</summary>
        public int Requests { get; set; }
    }
}
