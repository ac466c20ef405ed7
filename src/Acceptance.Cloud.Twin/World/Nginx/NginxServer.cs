using Acceptance.Cloud.Twin.World.Hosts;
using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.World.Nginx;

/// <summary>
/// The reverse proxy of the jumphost (appendix A, "nginx-reverse-proxy"): its files and its process.
/// It serves nobody in the twin; what it reads and says is its own.
/// </summary>
internal sealed class NginxServer
{
    public const string MainFile = "/etc/nginx/nginx.conf";

    /// <summary>Where the vhosts are that it reads.</summary>
    public const string Enabled = "/etc/nginx/sites-enabled";

    /// <summary>nginx.conf of Ubuntu's package, as far as it matters: the vhosts are what an operator edits.</summary>
    public const string MainText = """
        user www-data;
        worker_processes auto;
        pid /run/nginx.pid;

        events {
            worker_connections 768;
        }

        http {
            access_log /var/log/nginx/access.log;
            error_log /var/log/nginx/error.log;
            include /etc/nginx/sites-enabled/*;
        }

        """;

    private readonly Ground _ground;
    private readonly JujuModel _juju;

    public NginxServer(Ground ground, JujuModel juju, Jumphost jumphost)
    {
        (_ground, _juju) = (ground, juju);
        (Started, Loaded) = (ground.Plan.DeployedAt, ground.Plan.DeployedAt);
        var files = jumphost.Files;
        files.Declare(MainFile, MainText);
        files.Declare("/etc/nginx/sites-available/horizon-proxy", Proxy());
        files.Link($"{Enabled}/horizon-proxy", "/etc/nginx/sites-available/horizon-proxy");
        files.Declare("/etc/nginx/vault-root-ca.pem", () => ground.Pki.VaultRoot.ExportCertificatePem() + "\n");
        files.Declare("/var/log/nginx/error.log", "");
        files.Declare("/var/log/nginx/access.log", "");
    }

    public bool Running { get; private set; } = true;

    public DateTimeOffset Started { get; private set; }

    /// <summary>When its workers last read the files.</summary>
    public DateTimeOffset Loaded { get; private set; }

    public void Start() => (Running, Started, Loaded) = (true, _ground.Now, _ground.Now);

    public void Stop() => Running = false;

    public void Reload() => Loaded = _ground.Now;

    /// <summary>
    /// Horizon's internal address behind a plain one, in the form that the appendix settled on:
    /// the name of the certificate, the Vault's CA, and the redirects' scheme.
    /// </summary>
    private string Proxy() =>
        $$"""
            server {
                listen {{_ground.Plan.Address("8.1")}}:8080;
                location / {
                    proxy_pass https://{{_ground.Plan.Vip("horizon")}}:{{_ground.Plan.Ports["horizon"]}};
                    proxy_ssl_verify on;
                    proxy_ssl_trusted_certificate /etc/nginx/vault-root-ca.pem;
                    proxy_ssl_name {{_juju.Application("openstack-dashboard").Units[0].Machine.Hostname}};
                    proxy_ssl_server_name on;
                    proxy_set_header Host $host;
                    proxy_redirect https:// http://;
                }
            }

            """;
}
