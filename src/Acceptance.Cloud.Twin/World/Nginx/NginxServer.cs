using Acceptance.Cloud.Twin.World.Hosts;
using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.World.Nginx;

/// <summary>
/// The reverse proxy of the jumphost (appendix A, "nginx-reverse-proxy"): its files, its master and its workers. What
/// is edited is in force when workers have read it, and old ones drain.
/// </summary>
internal sealed class NginxServer
{
    public const string MainFile = "/etc/nginx/nginx.conf";

    /// <summary>Where the vhosts are that it reads.</summary>
    public const string Enabled = "/etc/nginx/sites-enabled";

    /// <summary>The vhost of the dashboard, as it reads it.</summary>
    public const string EnabledSite = Enabled + "/horizon-proxy";

    /// <summary>The file that <see cref="EnabledSite"/> leads to.</summary>
    public const string Site = "/etc/nginx/sites-available/horizon-proxy";

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

    /// <summary>What the dashboard's certificate is for where nobody names a unit in the handshake.</summary>
    public const string OfTheAddress = "horizon";

    private const string Role = "nginx";
    private const string Authority = "/etc/nginx/vault-root-ca.pem";
    private const string ErrorLog = "/var/log/nginx/error.log";

    private readonly Ground _ground;
    private readonly HostFiles _files;
    private readonly string _address;
    private readonly List<(NginxWorker Worker, DateTimeOffset Until)> _draining = [];
    private readonly HashSet<int> _ports = [];
    private NginxWorker _worker;

    public NginxServer(Ground ground, JujuModel juju, Jumphost jumphost)
    {
        (_ground, _files) = (ground, jumphost.Files);
        (Started, Loaded) = (ground.Plan.DeployedAt, ground.Plan.DeployedAt);
        _address = ground.Plan.Address("8.1");
        Unit = juju.Application("openstack-dashboard").Units[0].Machine.Hostname;
        AsBuilt = new NginxVhost(8080, new Uri($"https://{ground.Plan.Vip("horizon")}:{ground.Plan.Ports["horizon"]}"))
        {
            Verify = true,
            Trusted = Authority,
            Name = Unit,
            SendsName = true,
            Headers = [("Host", "$http_host")],
            Redirects = [("https://", "http://")],
        };
        _files.Declare(MainFile, MainText);
        _files.Declare(Site, Text(AsBuilt));
        _files.Link(EnabledSite, Site);
        _files.Declare(Authority, () => ground.Pki.VaultRoot.ExportCertificatePem() + "\n");
        _files.Declare(ErrorLog, "");
        _files.Declare("/var/log/nginx/access.log", "");
        _worker = new NginxWorker([AsBuilt]);
        Listen();
    }

    /// <summary>
    /// The vhost in the form that the appendix settled on: the certificate's name, Vault's CA, the redirects' scheme.
    /// </summary>
    public NginxVhost AsBuilt { get; }

    /// <summary>The unit of the dashboard that shows a certificate for its name to who asks by that.</summary>
    public string Unit { get; }

    public Uri Url => new($"http://{_address}:{AsBuilt.Port}/");

    public bool Running { get; private set; } = true;

    public DateTimeOffset Started { get; private set; }

    /// <summary>When its workers last read the files.</summary>
    public DateTimeOffset Loaded { get; private set; }

    /// <summary>Who takes a connection that comes now; null: nobody.</summary>
    public NginxWorker? Accepting => !Running ? null : _draining.Find(old => old.Until > _ground.Now).Worker ?? _worker;

    /// <summary>What ps shows of them, the master first.</summary>
    public IEnumerable<string> Processes =>
        Running
            ?
            [
                "nginx: master process /usr/sbin/nginx -g daemon on; master_process on;",
                .. _draining
                    .Where(old => old.Until > _ground.Now || old.Worker.Answering > 0)
                    .Select(_ => "nginx: worker process is shutting down"),
                "nginx: worker process",
            ]
            : [];

    /// <summary>Whether it takes another request: an old one closes its idle connections when it has drained.</summary>
    public bool Takes(NginxWorker worker) =>
        Running && (worker == _worker || _draining.Exists(old => old.Worker == worker && old.Until > _ground.Now));

    public void Start(IReadOnlyList<NginxVhost> vhosts)
    {
        (Running, Started, Loaded, _worker) = (true, _ground.Now, _ground.Now, new NginxWorker(vhosts));
        _draining.Clear();
        Listen();
    }

    public void Stop()
    {
        Running = false;
        Listen();
    }

    public void Reload(IReadOnlyList<NginxVhost> vhosts)
    {
        _draining.RemoveAll(old => old.Until <= _ground.Now && old.Worker.Answering == 0);
        _draining.Add((_worker, _ground.Now + _ground.Plan.Physics.ProxyDrains));
        (Loaded, _worker) = (_ground.Now, new NginxWorker(vhosts));
        Listen();
    }

    /// <summary>Somebody wrote another vhost, and restarted it.</summary>
    public void Rebuild(NginxVhost vhost)
    {
        _files.Write(Site, Text(vhost));
        Start([vhost]);
    }

    /// <summary>The vhost that answers there now; null where nobody does.</summary>
    public NginxVhost? At(string address, int port) => address == _address ? Accepting?.At(port) : null;

    /// <summary>The name in the certificate that the dashboard shows to who sends that name.</summary>
    public string Presented(string? sent) => sent == Unit ? Unit : OfTheAddress;

    /// <summary>A line of error.log about a request.</summary>
    public void Complain(string what) =>
        _files.Write(
            ErrorLog,
            $"{_files.Read(ErrorLog)}{_ground.Now.UtcDateTime:yyyy/MM/dd HH:mm:ss} [error] 1734#1734: *1 {what}\n"
        );

    public string? ReadFile(string path) => _files.Read(path);

    private void Listen()
    {
        int[] wanted = Running ? [.. _worker.Vhosts.Select(vhost => vhost.Port)] : [];
        foreach (var port in _ports.Except(wanted).ToArray())
            _ground.Listeners.Close(_address, port);
        foreach (var port in wanted.Except(_ports).ToArray())
            _ground.Listeners.Open(_address, port, Role);
        _ports.Clear();
        _ports.UnionWith(wanted);
    }

    private string Text(NginxVhost vhost)
    {
        string[] lines =
        [
            $"proxy_pass {vhost.Pass.Scheme}://{vhost.Pass.Host}:{vhost.Pass.Port};",
            $"proxy_ssl_verify {(vhost.Verify ? "on" : "off")};",
            $"proxy_ssl_trusted_certificate {vhost.Trusted};",
            $"proxy_ssl_name {vhost.Name};",
            $"proxy_ssl_server_name {(vhost.SendsName ? "on" : "off")};",
            .. vhost.Headers.Select(header => $"proxy_set_header {header.Name} {header.Value};"),
            .. vhost.Redirects.Select(redirect => $"proxy_redirect {redirect.From} {redirect.To};"),
        ];
        return $"server {{\n    listen {_address}:{vhost.Port};\n    location / {{\n"
            + string.Concat(lines.Select(line => $"        {line}\n"))
            + "    }\n}\n";
    }
}
