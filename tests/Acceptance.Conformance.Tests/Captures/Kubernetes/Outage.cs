using Acceptance.Cloud.Twin;
using Acceptance.Cloud.Twin.Wire;
using Acceptance.Cloud.Twin.World;

namespace Acceptance.Conformance.Tests.Captures.Kubernetes;

/// <summary>
/// A way in which no API server was reached: what kubectl said of it, and how the twin's management API is brought to
/// be so.
/// </summary>
internal sealed record Outage(string Sign)
{
    private const string Role = "mgmt-api";

    /// <summary>The first sign that the captured words hold decides.</summary>
    public static IReadOnlyList<Outage> All { get; } =
    [
        new("connection refused") { Begin = Refuse, End = Listen },
        new("was refused - did you") { Begin = Refuse, End = Listen },
        new("signed by unknown authority")
        {
            Begin = twin => twin.World.Listeners.Distrust(Role, true),
            End = twin => twin.World.Listeners.Distrust(Role, false),
        },
        new("certificate is valid for")
        {
            Kubeconfig = (_, text) =>
                text.Replace("    server:", "    tls-server-name: 10.12.7.99\n    server:", StringComparison.Ordinal),
        },
        new("no such host")
        {
            Kubeconfig = (twin, text) =>
                text.Replace(Host(twin), "no-such-host.invalid:6443", StringComparison.Ordinal),
        },
        new("connection reset by peer") { Rule = new EndpointRule(Role, "", Misbehaviour.HandshakeReset) },
        new("Unable to connect to the server: EOF") { Rule = new EndpointRule(Role, "", Misbehaviour.HandshakeCut) },
        new("request canceled (Client.Timeout") { Rule = new EndpointRule(Role, "", Misbehaviour.Hang) },
        new("TLS handshake timeout") { Rule = new EndpointRule(Role, "", Misbehaviour.HandshakeHang) },
        new("while waiting for connection") { Rule = new EndpointRule(Role, "", Misbehaviour.HandshakeHang) },
        new("context deadline exceeded") { Rule = new EndpointRule(Role, "", Misbehaviour.HandshakeHang) },
        new("currently unable to handle") { Rule = new EndpointRule(Role, "", Misbehaviour.Status) { Status = 503 } },
        new("invalid character '<'") { Rule = new EndpointRule(Role, "", Misbehaviour.Status) { Status = 200 } },
        new("gave HTTP response to HTTPS client")
        {
            Kubeconfig = (twin, text) => text.Replace(Host(twin), twin.Control.Authority, StringComparison.Ordinal),
        },
        new("rejected our request for an unknown reason")
        {
            Kubeconfig = (_, text) => text.Replace("https://", "http://", StringComparison.Ordinal),
        },
    ];

    public EndpointRule? Rule { get; init; }

    public Action<Twin> Begin { get; init; } = _ => { };

    public Action<Twin> End { get; init; } = _ => { };

    /// <summary>What the kubeconfig says otherwise.</summary>
    public Func<Twin, string, string> Kubeconfig { get; init; } = (_, text) => text;

    /// <summary>Null: what was captured is no sign of anything that the twin can be.</summary>
    public static Outage? Of(KubeCapture capture) =>
        capture.Exit == 0
            ? All[0]
            : All.FirstOrDefault(one => capture.Stderr.Contains(one.Sign, StringComparison.Ordinal));

    private static string Host(Twin twin) => new Uri(twin.World.Management.Server).Authority;

    private static void Refuse(Twin twin)
    {
        lock (twin.World.Gate)
            twin.World.Listeners.Close(twin.World.Management.Address, twin.World.Plan.KubeApiPort);
    }

    private static void Listen(Twin twin)
    {
        lock (twin.World.Gate)
            twin.World.Listeners.Open(twin.World.Management.Address, twin.World.Plan.KubeApiPort, Role);
    }
}
