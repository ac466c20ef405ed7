using System.Security.Cryptography;
using Acceptance.Cloud.Twin.World.Nginx;

namespace Acceptance.Conformance.Tests.Captures.HostTools;

/// <summary>nginx on the jumphost with the recording's one site; a fault that only the situation tells is written into it.</summary>
internal sealed class NginxRig(HostLane lane) : IHostRig
{
    private const string Site = "/etc/nginx/sites-available/horizon-proxy";
    private const string Enabled = "/etc/nginx/sites-enabled/horizon-proxy";

    private readonly RecordedCertificates _certificates = new(
        lane.World.Pki.VaultRoot,
        lane.World.Plan.Address("4.50")
    );
    private readonly string _key = Pem();

    public bool Plays(HostCapture capture) => capture.Program == "nginx";

    public Stage Set(HostCapture capture, HostLane on)
    {
        if (
            !capture.Command.Contains("nginx", StringComparison.Ordinal)
            || capture.Command.Contains("curl", StringComparison.Ordinal)
        )
            throw new OutOfReachException("a client of nginx: the twin's reads its files and serves nobody");
        if (capture.Command.StartsWith("ps ", StringComparison.Ordinal))
            throw new OutOfReachException("nginx's processes: the twin's jumphost lists none");
        var nginx = lane.World.Nginx;
        lock (lane.World.Gate)
        {
            nginx.Build = capture.Version.Contains("deb12", StringComparison.Ordinal)
                ? NginxBuild.Bookworm
                : NginxBuild.Jammy;
            if (capture.Tells("not running", "is stopped", "after a stop"))
                nginx.Stop();
            else
                nginx.Start();
        }

        var host = lane.Twin.Shells.Jumphost;
        lane.Twin.Shells.Open(host);
        foreach (var (name, text) in Files())
            lane.Write(host, $"/etc/ssl/ht/{name}", text);
        lane.Write(host, Site, Written(capture));
        foreach (var (path, text) in capture.Inputs.Where(input => input.Key.StartsWith('/')))
            lane.Write(host, path, text);
        if (!Path.Exists(host.Root + Enabled))
            File.CreateSymbolicLink(host.Root + Enabled, host.Root + Site);
        return new Stage(host, capture.Command);
    }

    private Dictionary<string, string> Files() =>
        new(_certificates.Files(), StringComparer.Ordinal)
        {
            ["good.key"] = RecordedCertificates.KeyPem,
            ["dnsonly.key"] = _key,
        };

    private static string Written(HostCapture capture)
    {
        if (capture.Tells("typo", "unknown directive", "broken file"))
            return Serving("retrun 200 \"OLD\\n\";");
        if (capture.Tells("semicolon"))
            return Serving("return 200 \"OLD\\n\"");
        if (capture.Tells("does not resolve"))
            return Serving("proxy_pass https://juju-ffe3b8-2-lxd-2.invalid:443;");
        if (capture.Tells("trusted ca file missing"))
            return Serving(
                "proxy_pass https://127.53.4.50:5444; proxy_ssl_verify on; proxy_ssl_trusted_certificate /etc/ssl/ht/nope.pem;"
            );
        if (capture.Tells("without proxy_ssl_trusted_certificate"))
            return Serving("proxy_pass https://127.53.4.50:5444; proxy_ssl_verify on;");
        if (capture.Tells("certificate file missing"))
            return Secure("nope.pem", "good.key");
        return capture.Tells("does not match the certificate")
            ? Secure("good.crt", "dnsonly.key")
            : Serving("return 200 \"OLD\\n\";");
    }

    private static string Serving(string what) =>
        $"server {{\n    listen 127.53.8.1:8080;\n    location / {{ {what} }}\n}}\n";

    private static string Secure(string certificate, string key) =>
        $"server {{\n    listen 127.53.8.1:8443 ssl;\n    ssl_certificate /etc/ssl/ht/{certificate};\n    ssl_certificate_key /etc/ssl/ht/{key};\n}}\n";

    private static string Pem()
    {
        using var key = RSA.Create(2048);
        return key.ExportPkcs8PrivateKeyPem() + "\n";
    }
}
