using Acceptance.Cloud.Live.Kubernetes;
using Acceptance.Cloud.Live.Shell;
using Acceptance.Cloud.Live.Transport;

namespace Acceptance.Live.Tests.Kubernetes;

/// <summary>The driver before a server of a test.</summary>
internal static class ApiOfTest
{
    public static KubernetesApi At(Uri at, Authority authority, RecordingGate gate, TimeSpan? within = null)
    {
        var deadlines = new Deadlines
        {
            Answer = within ?? TimeSpan.FromSeconds(20),
            Connect = TimeSpan.FromSeconds(5),
            FirstPause = TimeSpan.FromMilliseconds(1),
        };
        var trust = new Trust(authority.Certificates, "the kubeconfig's CA");
        return new KubernetesApi(
            new Kubeconfig(at, "") { Token = "t" },
            "kubeconfig",
            trust,
            gate,
            new FixedClock(),
            deadlines,
            new Redaction(),
            "r-test"
        );
    }
}
