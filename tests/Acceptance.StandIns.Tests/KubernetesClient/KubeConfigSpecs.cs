using System.Text;
using k8s;
using k8s.Exceptions;

namespace Acceptance.StandIns.Tests.KubernetesClient;

public sealed class KubeConfigSpecs
{
    private const string TwoContexts = """
        apiVersion: v1
        kind: Config
        current-context: one
        preferences: {}
        contexts:
        - name: one
          context: {cluster: c, user: token, namespace: demo}
        - name: two
          context: {cluster: everywhere, user: basic}
        - name: bare
          context: {cluster: c, user: nobody}
        clusters:
        - name: c
          cluster: {server: "http://127.0.0.9:6443", insecure-skip-tls-verify: true}
        - name: everywhere
          cluster: {server: "http://0.0.0.0:6443"}
        users:
        - name: token
          user: {token: t0ken}
        - name: basic
          user: {username: u, password: p}
        - name: nobody
          user: {}
        """;

    private static MemoryStream Stream(string yaml) => new(Encoding.UTF8.GetBytes(yaml));

    [Test]
    public void The_current_context_decides()
    {
        var configuration = KubernetesClientConfiguration.BuildConfigFromConfigFile(Stream(TwoContexts));

        configuration.Host.Should().Be("http://127.0.0.9:6443");
        configuration.CurrentContext.Should().Be("one");
        configuration.Namespace.Should().Be("demo");
        configuration.AccessToken.Should().Be("t0ken");
        configuration.SkipTlsVerify.Should().BeTrue();
    }

    [Test]
    public void Another_context_can_be_named()
    {
        var configuration = KubernetesClientConfiguration.BuildConfigFromConfigFile(Stream(TwoContexts), "two");

        configuration.Username.Should().Be("u");
        configuration.Password.Should().Be("p");
        new Uri(configuration.Host!).Host.Should().Be("127.0.0.1", "nobody connects to 0.0.0.0");
    }

    [TestCase("three", "*three*")]
    [TestCase("bare", "*nobody*")]
    public void What_is_missing_is_named(string context, string said)
    {
        var building = () => KubernetesClientConfiguration.BuildConfigFromConfigFile(Stream(TwoContexts), context);

        building.Should().Throw<KubeConfigException>().WithMessage(said);
    }

    [Test]
    public void A_file_that_is_missing_is_named()
    {
        var building = () => KubernetesClientConfiguration.BuildConfigFromConfigFile("/nonexistent/kubeconfig");

        building.Should().Throw<KubeConfigException>().WithMessage("*/nonexistent/kubeconfig*");
    }

    [Test]
    public void Certificates_may_be_files_beside_it()
    {
        using var authority = new LoopbackAuthority();
        var folder = Directory
            .CreateDirectory(Path.Combine(TestContext.CurrentContext.WorkDirectory, "kubeconfig-files"))
            .FullName;
        File.WriteAllText(Path.Combine(folder, "ca.crt"), authority.Pem);
        File.WriteAllText(
            Path.Combine(folder, "config"),
            """
            current-context: x
            contexts: [{name: x, context: {cluster: c, user: u}}]
            clusters: [{name: c, cluster: {server: "https://127.0.0.1:6443", certificate-authority: ca.crt}}]
            users: [{name: u, user: {client-certificate: c.crt, client-key: c.key}}]
            """
        );

        var configuration = KubernetesClientConfiguration.BuildConfigFromConfigFile(Path.Combine(folder, "config"));

        configuration.SslCaCerts!.Single().Subject.Should().Be(authority.Subject);
        configuration.ClientCertificateFilePath.Should().Be(Path.Combine(folder, "c.crt"));
        configuration.ClientKeyFilePath.Should().Be(Path.Combine(folder, "c.key"));
    }
}
