using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Live.Shell;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.Live.Transport;
using Acceptance.Cloud.Operations;
using Acceptance.Cloud.Shells;

namespace Acceptance.Cloud.Live.Hosts;

/// <summary>
/// HTTP questions, each on a connection of its own, asked once: a probe that repeats would hide the gap it looks for.
/// </summary>
internal sealed class HttpProbe(
    Connections connections,
    Func<Reading<Trust>> siteTrust,
    IRequestGate gate,
    ICloudClock clock,
    Deadlines deadlines,
    Redaction redaction
) : IHttpProbe
{
    private const int Bound = 64 * 1024;

    public async Task<Reading<HttpAnswer>> Ask(Uri url, string? caPem = null, CancellationToken cancel = default)
    {
        var trust = caPem is null ? siteTrust() : CaFile.Read(caPem, "given with the question");
        if (trust is not Reading<Trust>.Seen { Value: var trusted })
            return trust.As<HttpAnswer>();
        using var client = connections.Client(trusted);
        var sender = new Sender(client, gate, clock, deadlines, redaction, tries: 1);
        // Where the CA lies is the operator's to say: a shell asks for it by this name.
        ByHand ca =
            caPem is not null ? (ByHand)$" --cacert \"$KUBECONFIG_CA\""
            : trusted.Authorities.Count > 0 ? (ByHand)$" --cacert \"$SITE_CA\""
            : $"";
        var outgoing = new Outgoing(OperationCatalogue.Probe.At(), url)
        {
            ByHand = $"curl -sS -i{ca} {url}",
            Bound = Bound,
            Cut = true,
        };
        var reading = await sender
            .Send(outgoing, cancel)
            .Select(received => new HttpAnswer(
                received.Status,
                received.Body,
                received.Header("Location"),
                received.Evidence.At
            ));
        return Placed(reading);
    }

    // A way that is open from here may be closed from the jumphost (DOCFIX-039): the evidence names where the
    // question came from.
    private static Reading<HttpAnswer> Placed(Reading<HttpAnswer> reading)
    {
        var evidence = reading.Evidence with
        {
            Asked = $"{reading.Evidence.Asked} (asked from {Environment.MachineName})",
        };
        return reading is Reading<HttpAnswer>.Seen seen
            ? new Reading<HttpAnswer>.Seen(seen.Value, evidence)
            : reading with
            {
                Evidence = evidence,
            };
    }
}
