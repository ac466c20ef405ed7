using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Hosts;
using Acceptance.Cloud.Twin.World.Identity;
using Acceptance.Cloud.Twin.World.Management;

namespace Acceptance.Cloud.Twin;

/// <summary>The operator's files on the jumphost, where the runbooks look for them.</summary>
internal sealed class OperatorHome(TwinWorld world, string home)
{
    /// <summary>The folder with what phase-06 installed the management cluster's providers from (D-034).</summary>
    public const string Charts = "capi-helm-charts";

    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public void Furnish()
    {
        var ca = Path.Combine(home, "vault-root-ca.pem");
        Write("vault-root-ca.pem", world.Pki.VaultRoot.ExportCertificatePem() + "\n");
        Write(".curlrc", CurlSettings(ca));
        Secret("admin-openrc", Openrc(ca));
        Secret("capi-mgmt.kubeconfig", world.Management.Kube.Kubeconfig(world.Management.Server));
        foreach (var workload in world.Workloads.All.Where(one => one.Magnum.Name == world.Plan.Cluster))
        {
            foreach (var folder in (string[])[$"{world.Plan.Cluster}-kc", world.Plan.Cluster])
                Secret($"{folder}/config", workload.Kubeconfig());
        }

        WriteSnap();
        Secret("vault-init/init.txt", VaultInit());
        WriteNetEnv();
        WriteCharts();
        world.Jumphost.NetEnvChanged += WriteNetEnv;
        world.Identity.OpenRcChanged += RewriteOpenRc;
        world.Jumphost.CaptureLeft += WriteCapture;
        Secret(".ssh/id_ed25519", Key());
        Write(
            ".local/share/juju/controllers.yaml",
            "controllers:\n"
                + $"  {world.Plan.Controller}:\n"
                + $"    uuid: {world.Plan.ControllerUuid}\n"
                + $"    api-endpoints: ['{world.Plan.Address("8.30")}:17070']\n"
                + "    cloud: maas-cloud\n"
                + $"current-controller: {world.Plan.Controller}\n"
        );
    }

    /// <summary>
    /// The twin's authority, and the way to its image CDN, whose name no resolver leads here. Where ports below 1024
    /// cannot be bound they are led to where they really are: the operator's lines name none.
    /// </summary>
    private string CurlSettings(string ca)
    {
        var lines = new List<string>
        {
            $"cacert = \"{ca}\"",
            $"connect-to = \"{new Uri(world.Plan.ImageUrl).Host}:443:{world.ImageCdn.Address}:{world.ImageCdn.Port}\"",
        };
        foreach (var port in new[] { 80, 443 }.Where(port => world.Listeners.Actual(port) != port))
            lines.Add($"connect-to = \":{port}::{world.Listeners.Actual(port)}\"");
        return string.Join('\n', lines) + "\n";
    }

    /// <summary>
    /// What phase-02 kept of the one `vault operator init` (DOCFIX-006): an operator who rehearses an unseal types
    /// these shares.
    /// </summary>
    private string VaultInit() =>
        string.Join(
            '\n',
            [
                .. world.Vault.Shares.Select((share, at) => $"Unseal Key {at + 1}: {share}"),
                "",
                $"Initial Root Token: s.{Convert.ToHexString(RandomNumberGenerator.GetBytes(12)).ToLowerInvariant()}",
                "",
                $"Vault initialized with {world.Vault.Shares.Count} key shares "
                    + $"and a key threshold of {world.Vault.Threshold}.",
                "",
            ]
        );

    /// <summary>As `acceptance assert --capture` writes one, of a run that failed at its third rung.</summary>
    private void WriteCapture()
    {
        if (Directory.Exists(world.Jumphost.Captures))
            Directory.Delete(world.Jumphost.Captures, recursive: true);
        if (world.Jumphost.RefusedCapture is not { } taken)
            return;
        var capture = new JsonObject
        {
            ["format"] = 1,
            ["taken"] = taken.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["controller"] = world.Plan.ControllerUuid,
            ["outcome"] = "FAIL",
            ["lowestRed"] = "juju",
            ["checks"] = new JsonArray(new JsonObject { ["rung"] = "juju", ["verdict"] = "broken" }),
        };
        var name = taken.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture) + ".capture.json";
        Secret($"captures/{name}", capture.ToJsonString() + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(world.Jumphost.Captures, Private | UnixFileMode.UserExecute);
    }

    /// <summary>The machine's own client, confined as the openstack snap is: a /tmp of its own (L7).</summary>
    private const string Snap = """
        #!/bin/bash
        for word; do
          [[ $word == /tmp/* ]] && { echo "[Errno 2] No such file or directory: '$word'" >&2; exit 1; }
        done
        PATH=${PATH//"$HOME/snap/bin:"/}
        exec openstack "$@"

        """;

    private void WriteSnap()
    {
        Write("snap/bin/openstack", Snap);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path.Combine(home, "snap/bin/openstack"), DeclaredFile.Executable);
    }

    private void WriteCharts()
    {
        Write($"{Charts}/dependencies.json", ManagementContent.Dependencies.ToJsonString() + "\n");
        Write($"{Charts}/orc-install.yaml", OrcInstall.Manifest);
    }

    private void WriteNetEnv() =>
        Write(
            "capi-mgmt-net.env",
            $"MGMT_FIP={world.Jumphost.StaleManagementFip ?? world.Plan.Address(world.Plan.ManagementFip)}\n"
        );

    /// <summary>
    /// IP-only, with the Vault root CA and the project that the admin really is scoped to (DOCFIX-018, DOCFIX-022).
    /// </summary>
    private string Openrc(string ca)
    {
        var port = world.Listeners.Actual(world.Plan.Ports["keystone"]);
        return string.Join(
            '\n',
            [
                .. world.Plan.OpenRcClears ? Clearing : [],
                $"export OS_AUTH_URL=https://{world.Plan.Vip("keystone")}:{port}/v3",
                "export OS_IDENTITY_API_VERSION=3",
                .. world.Identity.OpenRcCredential is { } credential ? ByCredential(credential) : ByPassword(),
                $"export OS_REGION_NAME={world.Plan.Region}",
                $"export OS_CACERT={ca}",
                "export OS_INTERFACE=public",
                "",
            ]
        );
    }

    /// <summary>As other deployments' openrc files begin.</summary>
    private static readonly string[] Clearing =
    [
        "# Clear any old environment that may conflict.",
        "for key in $( set | awk '{FS=\"=\"}  /^OS_/ {print $1}' ); do unset $key ; done",
    ];

    private string[] ByPassword() =>
        [
            "export OS_AUTH_TYPE=password",
            $"export OS_USERNAME={world.Plan.AdminUser}",
            $"export OS_PASSWORD={world.Identity.User(world.Plan.AdminUser).Password}",
            $"export OS_USER_DOMAIN_NAME={world.Plan.AdminDomain}",
            $"export OS_PROJECT_NAME={world.Identity.OpenRcProject}",
            $"export OS_PROJECT_DOMAIN_NAME={world.Plan.AdminDomain}",
        ];

    private static string[] ByCredential(AppCredential credential) =>
        [
            "export OS_AUTH_TYPE=v3applicationcredential",
            $"export OS_APPLICATION_CREDENTIAL_ID={credential.Id}",
            $"export OS_APPLICATION_CREDENTIAL_SECRET={credential.Secret}",
        ];

    /// <summary>The operator's admin-openrc, if it is there, scopes and logs in as Identity now says.</summary>
    private void RewriteOpenRc()
    {
        var file = Path.Combine(home, "admin-openrc");
        if (!File.Exists(file) || OwnPath.LeadsOut(home, file))
            return;
        var before = File.ReadAllLines(file);
        if (
            world.Identity.OpenRcCredential is not null
            || before.Any(line => line.Contains("OS_APPLICATION_CREDENTIAL", StringComparison.Ordinal))
        )
        {
            File.WriteAllText(file, Openrc(Path.Combine(home, "vault-root-ca.pem")));
            return;
        }

        var lines = before.Select(line =>
            line.StartsWith("export OS_PROJECT_NAME=", StringComparison.Ordinal)
                ? $"export OS_PROJECT_NAME={world.Identity.OpenRcProject}"
                : line
        );
        File.WriteAllText(file, string.Join('\n', lines) + '\n');
    }

    /// <summary>Only its presence and its mode count: no sshd of the twin ever reads it.</summary>
    private static string Key()
    {
        var body = Convert
            .ToBase64String(RandomNumberGenerator.GetBytes(228), Base64FormattingOptions.InsertLineBreaks)
            .Replace("\r", "", StringComparison.Ordinal);
        return $"-----BEGIN OPENSSH PRIVATE KEY-----\n{body}\n-----END OPENSSH PRIVATE KEY-----\n";
    }

    private void Secret(string name, string text)
    {
        Write(name, text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path.Combine(home, name), Private);
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(home, name);
        if (OwnPath.LeadsOut(home, path))
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
