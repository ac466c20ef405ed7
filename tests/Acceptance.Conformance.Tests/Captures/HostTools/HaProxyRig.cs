using Acceptance.Cloud.Twin.World.HaProxy;

namespace Acceptance.Conformance.Tests.Captures.HostTools;

/// <summary>haproxy on an API unit with the recording's configuration, and the recording's servers behind it as its checks meet them.</summary>
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

    public bool Plays(HostCapture capture) => capture.Program == "haproxy";

    public Stage Set(HostCapture capture, HostLane lane)
    {
        if (capture.Command.Contains('<') && capture.Command.Contains("journal", StringComparison.Ordinal))
            throw new OutOfReachException("haproxy's own journal: the twin's daemons write none");
        if (capture.Command.Contains("curl", StringComparison.Ordinal))
            throw new OutOfReachException(
                "a client through haproxy's frontend: the twin's unit addresses answer nobody"
            );
        var master =
            capture.Command.Contains("haproxy-master.sock", StringComparison.Ordinal)
            && !capture.Command.Contains("haproxy -", StringComparison.Ordinal);
        if (
            (capture.Tells("wait mode", "old worker") && !master)
            || capture.Command.Contains("@!", StringComparison.Ordinal)
        )
            throw new OutOfReachException(
                "what a worker that drains serves, or its command line: the twin's haproxy has one table"
            );
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
        if (master)
            Reload(capture, lane, instance);
        return new Stage(host, capture.Command);
    }

    private static void Arrange(HostCapture capture, HostLane lane, HaProxyInstance instance)
    {
        var fleet = lane.World.HaProxy;
        fleet.Is26 = capture.Version.StartsWith("2.6", StringComparison.Ordinal);
        foreach (var (address, port, peer) in Peers)
            fleet.Declare(address, port, peer);
        fleet.Declare("127.53.0.21", 8081, new HaProxyPeer("http", capture.Tells("good check") ? 503 : 200));
        instance.SocketExists = !capture.Tells("file absent");
        if (capture.Command.Contains("haproxy -", StringComparison.Ordinal))
            return;
        instance.Start();
        lane.World.Clock.Advance(TimeSpan.FromSeconds(10));
        if (instance.Edited is { } process)
            Operate(capture, lane, process);
        if (capture.Tells("sigkill", "sigterm", "dead haproxy", "pipestatus"))
            instance.Stop();
    }

    /// <summary>Reloads before the master is asked: with a client that stays, or onto a file that is broken.</summary>
    private static void Reload(HostCapture capture, HostLane lane, HaProxyInstance instance)
    {
        if (capture.Tells("before reload"))
            return;
        lane.World.Clock.Advance(TimeSpan.FromSeconds(10));
        lock (lane.World.Gate)
        {
            instance.ClientHolds = false;
            instance.Reload();
            instance.ClientHolds = capture.Tells("still open", "client closed");
            if (instance.ClientHolds)
                instance.Reload();
            if (capture.Tells("client closed"))
                instance.ClientHolds = false;
            if (capture.Tells("after a stop"))
                instance.Stop();
            if (!capture.Tells("broken file"))
                return;
            lane.Write(lane.Twin.Shells.Of(instance.Unit.Machine), File, "backend a\n    blance leastconn\n");
            instance.Reload();
        }
    }

    /// <summary>What an operator did on the socket: the name of a backend says it; and one that turns is met at its first check after it turned.</summary>
    private static void Operate(HostCapture capture, HostLane lane, HaProxyProcess process)
    {
        process.Look();
        foreach (
            var (backend, server) in process.Servers.SelectMany(pair =>
                pair.Value.Select(server => (pair.Key.Name, server))
            )
        )
        {
            if (backend == "maint_cli")
                server.Admin = "maint";
            if (backend.StartsWith("drain_", StringComparison.Ordinal) && server.Weight > 0)
                server.Admin = "drain";
            server.ForcedDown = backend == "forced_down_cli";
            server.AgentDown = server.Line.Has("agent-check");
        }

        if (process.Configuration.Proxies.Exists(proxy => proxy.Name == "fe_stopped"))
            process.Paused.Add("fe_stopped");
        if (capture.Tells("first failed check", "first good check", "rising"))
            lane.World.HaProxy.Declare(
                "127.53.0.21",
                8081,
                new HaProxyPeer("http", capture.Tells("first failed check") ? 503 : 200)
            );
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
        "global\n    maxconn 2000\n    stats socket /var/run/haproxy/admin.sock mode 600 level admin\n\ndefaults\n    mode tcp\n    retries 3\n\n";

    private const string Turning =
        Head
        + "backend ks\n    option httpchk GET /healthcheck\n    server keystone-0 127.53.0.21:8081 check inter 1s fall 2 rise 2\n";

    /// <summary>Charm-like: one frontend, one backend, two servers.</summary>
    private static string Simple(string second) =>
        Head
        + $"frontend tcp-in_keystone-public\n    bind 127.53.4.50:5000\n    default_backend ks\nbackend ks\n    server keystone-0 127.53.0.21:8080 check\n    server keystone-1 {second} check\n";
}
