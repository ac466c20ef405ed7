using System.Security.Cryptography.X509Certificates;

namespace Acceptance.Runs.Tests.Hostile;

/// <summary>An address of a service, and the certificate that is shown there.</summary>
internal sealed record WireFront(string Role, string Address, int Port, X509Certificate2 Certificate);
