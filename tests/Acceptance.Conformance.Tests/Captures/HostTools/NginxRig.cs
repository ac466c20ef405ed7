namespace Acceptance.Conformance.Tests.Captures.HostTools;

/// <summary>
/// nginx -t on the jumphost. The recording's package logs to stderr, the jumphost's to a file: a refusal has another
/// form there.
/// </summary>
internal sealed class NginxRig : IHostRig
{
    private const string Site = "server {\n    listen 8080;\n    location / { proxy_pass http://127.0.0.1; }\n}\n";

    public bool Plays(HostCapture capture) => capture.Program == "nginx";

    public Stage Set(HostCapture capture, HostLane lane)
    {
        if (!capture.Command.Contains("nginx -t", StringComparison.Ordinal))
            throw new OutOfReachException(
                "a client of nginx, or its processes: the twin's passes to its dashboard, not to other servers"
            );
        if (capture.Inputs.Count > 0)
            throw new OutOfReachException("a vhost that does not proxy: the twin judges no other");
        if (capture.Stderr.Contains("[emerg]", StringComparison.Ordinal))
            throw new OutOfReachException("a refusal in the form of another release's package than the jumphost's");
        var host = lane.Twin.Shells.Jumphost;
        lane.Write(host, "/etc/nginx/sites-available/horizon-proxy", Site);
        return new Stage(host, capture.Command);
    }
}
