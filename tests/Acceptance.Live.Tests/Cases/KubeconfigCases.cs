using System.Text;
using Acceptance.Cloud;
using Acceptance.Cloud.Live.Kubernetes;
using Acceptance.Cloud.Live.Sites;

namespace Acceptance.Live.Tests.Cases;

/// <summary>Kubeconfigs of other clouds: data is read, what runs a program or believes whoever answers is refused.
/// </summary>
public sealed class KubeconfigCases
{
    [TestCase("C31-kubeconfig-insecure.template", "(insecure-skip-tls-verify)")]
    [TestCase("C33-kubeconfig-exec.template", "(exec)")]
    public void It_is_refused_by_the_name_of_the_field(string input, string field) =>
        new KubeconfigFile("k")
            .Read(Filled(input))
            .Aloud(input[..3], input, Server)
            .Unread(Unreadable.NotOursToRead)
            .Sentence.ToString()
            .Should()
            .StartWith("The kubeconfig k")
            .And.Contain(field);

    [Test]
    public void C32_the_name_that_the_certificate_is_held_against_is_read()
    {
        var read = new KubeconfigFile("k")
            .Read(Filled("C32-kubeconfig-tls-server-name.template"))
            .Aloud("C32", "C32-kubeconfig-tls-server-name.template", Server)
            .Value();
        (read.Server, read.ServerName, read.Token)
            .Should()
            .Be((new Uri("https://127.0.0.1:6443"), "kubernetes.default", "token::neutral"));
    }

    [Test]
    public void L22_a_kubeconfig_that_is_not_there_is_looked_for_at_its_path()
    {
        var folder = TestContext.CurrentContext.WorkDirectory;
        var unread = new CredentialFiles(new() { ManagementKubeconfig = "kube/none.yaml" }, folder)
            .ManagementKubeconfig()
            .Aloud("L22", "a site that names a kubeconfig which is not there", Server)
            .Unread(Unreadable.NotOursToRead);
        unread.Evidence.ByHand.ToString().Should().Be($"ls -l {Path.Combine(folder, "kube/none.yaml")}");
    }

    private static string Server(Kubeconfig read) => $"{read.Server}, its certificate held against {read.ServerName}";

    private static string Filled(string input) =>
        CaseInput
            .Text(input)
            .Replace("@SERVER@", "https://127.0.0.1:6443")
            .Replace("@CA@", Convert.ToBase64String(Encoding.UTF8.GetBytes(new Authority().Pem)));
}
