using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using k8s;

namespace Acceptance.StandIns.Tests.KubernetesClient;

public sealed class TlsSpecs
{
    private static string Base64(string pem) => Convert.ToBase64String(Encoding.UTF8.GetBytes(pem));

    private static KubernetesClientConfiguration KubeConfig(
        string server,
        LoopbackAuthority trusted,
        X509Certificate2 user
    )
    {
        using var key = user.GetECDsaPrivateKey()!;
        var yaml = $$$"""
            current-context: x
            contexts: [{name: x, context: {cluster: c, user: u}}]
            clusters: [{name: c, cluster: {server: "{{{server}}}", certificate-authority-data: {{{Base64(
                trusted.Pem
            )}}} }}]
            users:
            - name: u
              user:
                client-certificate-data: {{{Base64(user.ExportCertificatePem())}}}
                client-key-data: {{{Base64(key.ExportPkcs8PrivateKeyPem())}}}
            """;
        return KubernetesClientConfiguration.BuildConfigFromConfigFile(new MemoryStream(Encoding.UTF8.GetBytes(yaml)));
    }

    [Test]
    public async Task The_authority_of_the_kubeconfig_is_trusted_and_the_user_is_shown()
    {
        using var authority = new LoopbackAuthority();
        using var certificate = authority.Server(IPAddress.Loopback);
        using var user = authority.User("admin");
        using var server = new TlsServer(certificate, Captured.Text("nodes.json"));
        using var client = new Kubernetes(KubeConfig(server.Url, authority, user));

        var nodes = await client.CoreV1.ListNodeAsync();

        nodes.Items.Should().HaveCount(3);
        (await server.Client).Should().Be("CN=admin");
    }

    [Test]
    public async Task Another_authority_is_not()
    {
        using var authority = new LoopbackAuthority();
        using var stranger = new LoopbackAuthority();
        using var certificate = stranger.Server(IPAddress.Loopback);
        using var user = authority.User("admin");
        using var server = new TlsServer(certificate, Captured.Text("nodes.json"));
        using var client = new Kubernetes(KubeConfig(server.Url, authority, user));

        var listing = async () => await client.CoreV1.ListNodeAsync();

        (
            await listing.Should().ThrowAsync<HttpRequestException>()
        ).WithInnerException<System.Security.Authentication.AuthenticationException>();
        // The handshake that the client broke off is the server's failure too.
        await server.Client.ContinueWith(served => served.Exception, TaskScheduler.Default);
    }
}
