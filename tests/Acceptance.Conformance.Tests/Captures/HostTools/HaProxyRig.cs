using Acceptance.Cloud.Twin.World.HaProxy;

namespace Acceptance.Conformance.Tests.Captures.HostTools;

/// <summary>
/// haproxy on an API unit with the recording's configuration, and the recording's servers behind it as its checks
/// meet them.
/// </summary>
internal sealed class HaProxyRig(RecordingSession session) : IHostRig
{
    private const string File = "/etc/haproxy/haproxy.cfg";

    private static readonly (string Address, int Port, HaProxyPeer Peer)[] Peers =
    [
        .. new[] { "11", "12", "13" }.SelectMany(last =>
            new[]
            {
                ($"127.53.0.{last}", 4990, new HaProxyPeer("tls-apache")),
                ($"127.53.0.{last}", 4980, new HaProxyPeer("http")),
            }
        ),
        .. new[] { "21", "22", "23" }.Select(last => ($"127.53.0.{last}", 8080, new HaProxyPeer("http"))),
        ("127.53.0.21", 8443, new HaProxyPeer("tls-python")),
        ("127.53.0.21", 8444, new HaProxyPeer("tls-openssl")),
        ("127.53.0.21", 8445, new HaProxyPeer("tls-apache")),
        ("127.53.0.21", 8503, new HaProxyPeer("http", 503)),
        ("127.53.0.21", 8404, new HaProxyPeer("http", 404)),
        ("127.53.0.21", 8500, new HaProxyPeer("http", 500)),
        ("127.53.0.21", 8995, new HaProxyPeer("dropped")),
        ("127.53.0.21", 8997, new HaProxyPeer("resets")),
        ("127.53.0.21", 8998, new HaProxyPeer("closes")),
        ("127.53.0.21", 8999, new HaProxyPeer("mute")),
    ];

    /// <summary>What only the master's socket knows, or the process table.</summary>
    private static readonly string[] Masters = ["haproxy-master.sock", "@!", "ps -"];

    public bool Plays(HostCapture capture) => capture.Program == "haproxy";

    public Stage Set(HostCapture capture, HostLane lane)
    {
        RefuseWhatIsOutOfReach(capture);
        var instance = lane.World.HaProxy.Instances[0];
        var host = lane.Twin.Shells.Of(instance.Unit.Machine);
        lane.Twin.Shells.Open(host);
        foreach (var (path, text) in capture.Inputs)
            lane.Write(host, path, text);
        lane.Write(
            host,
            "/etc/ssl/otherca.pem",
            "-----BEGIN CERTIFICATE-----\nsomebody else's\n-----END CERTIFICATE-----\n"
        );
        lane.Write(host, File, Configuration(capture));
        lock (lane.World.Gate)
            Arrange(capture, lane, instance);
        return new Stage(host, capture.Command);
    }

    private static void RefuseWhatIsOutOfReach(HostCapture capture)
    {
        if (!capture.Version.StartsWith("2.4", StringComparison.Ordinal))
            throw new OutOfReachException("another release than that of the runbooks' hosts");
        if (capture.Command.Contains('<') && capture.Command.Contains("journal", StringComparison.Ordinal))
            throw new OutOfReachException("haproxy's own journal: the twin's daemons write none");
        if (capture.Command.Contains("curl", StringComparison.Ordinal))
            throw new OutOfReachException(
                "a client through haproxy's frontend: the twin's unit addresses answer nobody"
            );
        if (
            capture.Tells("old worker") || Masters.Any(word => capture.Command.Contains(word, StringComparison.Ordinal))
        )
            throw new OutOfReachException("haproxy's master and its workers: nothing of the runbooks asks them");
    }

    private static void Arrange(HostCapture capture, HostLane lane, HaProxyInstance instance)
    {
        var fleet = lane.World.HaProxy;
        foreach (var (address, port, peer) in Peers)
            fleet.Declare(address, port, peer);
        fleet.Declare("127.53.0.21", 8081, new HaProxyPeer("http", capture.Tells("good check") ? 503 : 200));
        instance.SocketExists = !capture.Tells("file absent");
        if (capture.Command.Contains("haproxy -", StringComparison.Ordinal))
            return;
        instance.Start();
        lane.World.Clock.Advance(TimeSpan.FromSeconds(10));
        if (instance.Edited is { } process && capture.Tells("first failed check", "first good check", "rising"))
            Turn(capture, fleet, process);
        if (capture.Tells("sigkill", "sigterm", "dead haproxy", "pipestatus"))
            instance.Stop();
    }

    /// <summary>One that turns is met at its first check after it turned.</summary>
    private static void Turn(HostCapture capture, HaProxyFleet fleet, HaProxyProcess process)
    {
        process.Look();
        fleet.Declare("127.53.0.21", 8081, new HaProxyPeer("http", capture.Tells("first failed check") ? 503 : 200));
    }

    private string Configuration(HostCapture capture)
    {
        if (capture.Inputs.TryGetValue(File, out var given))
            return given;
        var of = session.Inputs(File, capture.Version).ToList();
        var old = of.Find(text => text.Contains("4990 check inter", StringComparison.Ordinal));
        var gallery = of.MaxBy(text => text.Length) ?? Simple("127.53.0.22:9");
        if (capture.Tells("invalid file", "on a broken file"))
            return of.Find(text => text.Contains("blance", StringComparison.Ordinal))
                ?? gallery.Replace("balance", "blance", StringComparison.Ordinal);
        if (capture.Tells("at that moment"))
            return old ?? gallery;
        if (capture.Tells("after the reload, settled"))
            return of.Find(text => text.Contains("4990 check check-ssl verify none inter 2s", StringComparison.Ordinal))
                ?? gallery;
        if (capture.Tells("fall 2", "rise 2", "rising"))
            return Turning;
        if (
            capture.Tells(
                "all up",
                "all is up",
                "non-root",
                "sigkill",
                "sigterm",
                "file absent",
                "same in the runbook pipe",
                "valid file"
            )
        )
            return Simple("127.53.0.22:8080");
        return capture.Tells("one server up and one refused", "grep on it") ? Simple("127.53.0.22:9") : gallery;
    }

    private const string Head =
        "global\n    maxconn 2000\n    stats socket /var/run/haproxy/admin.sock mode 600 level admin\n\n"
        + "defaults\n    mode tcp\n    retries 3\n\n";

    private const string Turning =
        Head
        + "backend ks\n    option httpchk GET /healthcheck\n"
        + "    server keystone-0 127.53.0.21:8081 check inter 1s fall 2 rise 2\n";

    /// <summary>Charm-like: one frontend, one backend, two servers.</summary>
    private static string Simple(string second) =>
        Head
        + "frontend tcp-in_keystone-public\n    bind 127.53.4.50:5000\n    default_backend ks\nbackend ks\n"
        + $"    server keystone-0 127.53.0.21:8080 check\n    server keystone-1 {second} check\n";
}
