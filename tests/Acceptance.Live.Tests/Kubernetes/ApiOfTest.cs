using System.Text;
using Acceptance.Cloud.Live.Kubernetes;
using Acceptance.Cloud.Live.Shell;
using Acceptance.Cloud.Live.Transport;

namespace Acceptance.Live.Tests.Kubernetes;

/// <summary>The driver before a server of a test, by a kubeconfig that was written for it.</summary>
internal static class ApiOfTest
{
    public static KubernetesApi At(Uri at, Authority authority, RecordingGate gate, TimeSpan? within = null)
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"kubeconfig-{Guid.NewGuid():N}");
        File.WriteAllText(
            path,
            $$$"""
            apiVersion: v1
            kind: Config
            current-context: c
            contexts: [{name: c, context: {cluster: k, user: u}}]
            clusters: [{name: k, cluster: {server: "{{{at}}}", certificate-authority-data: "{{{Convert.ToBase64String(
                Encoding.ASCII.GetBytes(authority.Pem)
            )}}}"}}]
            users: [{name: u, user: {token: t}}]
            """
        );
        var deadlines = new Deadlines
        {
            Answer = within ?? TimeSpan.FromSeconds(20),
            Connect = TimeSpan.FromSeconds(5),
            FirstPause = TimeSpan.FromMilliseconds(1),
        };
        var trust = new Trust(authority.Certificates, "the kubeconfig's CA");
        return new KubernetesApi(
            new Kubeconfig("", at, ""),
            path,
            trust,
            gate,
            new FixedClock(),
            deadlines,
            new Redaction(),
            "r-test"
        );
    }
}
