using System.Text;
using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.World.HaProxy;

/// <summary>
/// The haproxy of one API unit. What it runs and what its file says differ until somebody reloads it.
/// </summary>
internal sealed class HaProxyInstance(
    Ground ground,
    HaProxyFleet fleet,
    JujuUnit unit,
    IReadOnlyList<HaProxyBackend> backends
)
{
    /// <summary>How long after a reload the first check comes back (captures: 1.4 s).</summary>
    private static readonly TimeSpan FirstCheck = TimeSpan.FromSeconds(1.4);

    public JujuUnit Unit { get; } = unit;

    public IReadOnlyList<HaProxyBackend> Backends { get; } = backends;

    public bool Running { get; private set; } = true;

    public DateTimeOffset Started { get; private set; } = ground.Plan.DeployedAt;

    /// <summary>The admin socket's file; it stays behind after a stop (captures).</summary>
    public bool SocketExists { get; set; } = true;

    /// <summary>The file on disk can be read; a process that runs says nothing about that.</summary>
    public bool FileIsValid =>
        Unit.Machine.Files.Read(File) is not { } text
        || text == Configuration()
        || HaProxyConfiguration.Parse(text, File, Unit.Machine.Files.Read).Valid;

    private const string File = "/etc/haproxy/haproxy.cfg";

    /// <summary>What it runs of a file that somebody edited; null while it runs what the charm rendered.</summary>
    public HaProxyProcess? Edited { get; private set; }

    /// <summary>
    /// Graceful: reads the file, forgets what was DOWN, and checks anew.
    /// A file that does not parse changes nothing: the old process serves on.
    /// </summary>
    public void Reload()
    {
        var text = Unit.Machine.Files.Read(File);
        if (text is not null && text != Configuration())
        {
            var parsed = HaProxyConfiguration.Parse(text, File, Unit.Machine.Files.Read);
            if (!parsed.Valid)
                return;
            Edited = new HaProxyProcess(
                parsed,
                fleet,
                () => ground.Now,
                ca =>
                    Unit.Machine.Files.Read(ca)
                        ?.Contains(ground.Pki.VaultRoot.ExportCertificatePem().Split('\n')[1], StringComparison.Ordinal)
                    ?? false
            );
            return;
        }

        Edited = null;
        foreach (var server in Backends.SelectMany(backend => backend.Servers))
        {
            server.LoadedChecksTls = true;
            server.Initialising = true;
            server.LastChange = ground.Now;
        }

        ground.Clock.In(FirstCheck, FirstChecksBack);
    }

    public void Stop() => Running = false;

    public void Start()
    {
        Running = true;
        Started = ground.Now;
        Reload();
    }

    private void FirstChecksBack()
    {
        foreach (var server in Backends.SelectMany(backend => backend.Servers))
            server.Initialising = false;
    }

    /// <summary>/etc/haproxy/haproxy.cfg as charm-helpers renders it.</summary>
    public string Configuration()
    {
        var text = new StringBuilder(
            """
            global
                log /var/lib/haproxy/dev/log local0
                maxconn 20000
                user haproxy
                group haproxy
                spread-checks 0
                stats socket /var/run/haproxy/admin.sock mode 600 level admin
                stats timeout 2m

            defaults
                log global
                mode tcp
                option tcplog
                retries 3
                timeout queue 9000
                timeout connect 9000
                timeout client 90000
                timeout server 90000


            """
        );
        foreach (var backend in Backends)
        {
            text.Append($"frontend {backend.FrontendName}\n    bind *:{backend.Port}\n");
            text.Append($"    default_backend {backend.BackendName}\n\n");
            text.Append($"backend {backend.BackendName}\n    balance leastconn\n");
            if (backend.Servers.Any(server => server.Checked))
                text.Append("    option httpchk GET /\n");
            foreach (var server in backend.Servers)
                text.Append(
                    $"    server {server.Name} {server.Address}{(server.Checked ? " check check-ssl verify none" : "")}\n"
                );
            text.Append('\n');
        }

        return text.ToString();
    }
}
