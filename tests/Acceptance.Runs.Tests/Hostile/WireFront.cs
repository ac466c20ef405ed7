using System.Security.Cryptography.X509Certificates;

namespace Acceptance.Runs.Tests.Hostile;

/// <summary>
/// An address of a service: who answers there, the certificate that is shown, and what the service behind is shown of
/// its administrator; null where it asks for none.
/// </summary>
internal sealed record WireFront(
    string Role,
    string Address,
    int Port,
    X509Certificate2 Certificate,
    X509Certificate2? Administrator
)
{
    /// <summary>Without whose it is: "workload-api".</summary>
    public string Name => Role.Split(':')[0];
}
