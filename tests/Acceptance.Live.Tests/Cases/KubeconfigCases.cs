using System.Text;
using Acceptance.Cloud;
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
            .Unread(Unreadable.NotOursToRead)
            .Sentence.ToString()
            .Should()
            .StartWith("The kubeconfig k")
            .And.Contain(field);

    [Test]
    public void C32_the_name_that_the_certificate_is_held_against_is_read()
    {
        var read = new KubeconfigFile("k").Read(Filled("C32-kubeconfig-tls-server-name.template")).Value();
        (read.Server, read.ServerName, read.Token)
            .Should()
            .Be((new Uri("https://127.0.0.1:6443"), "kubernetes.default", "token::neutral"));
    }

    private static string Filled(string input) =>
        CaseInput
            .Text(input)
            .Replace("@SERVER@", "https://127.0.0.1:6443")
            .Replace("@CA@", Convert.ToBase64String(Encoding.UTF8.GetBytes(new Authority().Pem)));
}
