using System.Security.Cryptography;
using Acceptance.Cloud.Twin.World;

namespace Acceptance.Cloud.Twin;

/// <summary>The operator's files on the jumphost, where the runbooks look for them.</summary>
internal sealed class OperatorHome(TwinWorld world, string home)
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public void Furnish()
    {
        var ca = Path.Combine(home, "vault-root-ca.pem");
        Write("vault-root-ca.pem", world.Pki.VaultRoot.ExportCertificatePem() + "\n");
        Write(".curlrc", $"cacert = \"{ca}\"\n");
        Secret("admin-openrc", Openrc(ca));
        Secret("capi-mgmt.kubeconfig", world.Management.Kube.Kubeconfig(world.Management.Server));
        WriteNetEnv();
        world.Jumphost.NetEnvChanged += WriteNetEnv;
        Secret(".ssh/id_ed25519", Key());
        Write(".local/share/juju/controllers.yaml",
            $"controllers:\n  {world.Plan.Controller}:\n    uuid: {world.Plan.ControllerUuid}\n    api-endpoints: ['{world.Plan.Address("8.30")}:17070']\n    cloud: maas-cloud\ncurrent-controller: {world.Plan.Controller}\n");
    }

    private void WriteNetEnv() => Write("capi-mgmt-net.env", $"MGMT_FIP={world.Jumphost.StaleManagementFip ?? world.Plan.Address(world.Plan.ManagementFip)}\n");

    /// <summary>IP-only, with the Vault root CA and the project that the admin really is scoped to (DOCFIX-018, DOCFIX-022).</summary>
    private string Openrc(string ca) => string.Join('\n',
    [
        "export OS_AUTH_TYPE=password",
        $"export OS_AUTH_URL=https://{world.Plan.Vip("keystone")}:{world.Listeners.Actual(world.Plan.Ports["keystone"])}/v3",
        "export OS_IDENTITY_API_VERSION=3",
        $"export OS_USERNAME={world.Plan.AdminUser}",
        $"export OS_PASSWORD={world.Identity.User(world.Plan.AdminUser).Password}",
        $"export OS_USER_DOMAIN_NAME={world.Plan.AdminDomain}",
        $"export OS_PROJECT_NAME={world.Identity.OpenRcProject}",
        $"export OS_PROJECT_DOMAIN_NAME={world.Plan.AdminDomain}",
        $"export OS_REGION_NAME={world.Plan.Region}",
        $"export OS_CACERT={ca}",
        "export OS_INTERFACE=public",
        "",
    ]);

    /// <summary>Only its presence and its mode count: no sshd of the twin ever reads it.</summary>
    private static string Key()
    {
        var body = Convert.ToBase64String(RandomNumberGenerator.GetBytes(228), Base64FormattingOptions.InsertLineBreaks).Replace("\r", "", StringComparison.Ordinal);
        return $"-----BEGIN OPENSSH PRIVATE KEY-----\n{body}\n-----END OPENSSH PRIVATE KEY-----\n";
    }

    private void Secret(string name, string text)
    {
        Write(name, text);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path.Combine(home, name), Private);
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(home, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
