namespace Acceptance.Cloud.Twin.World.Maas;

/// <summary>MAAS answers no 2xx: its body goes to stdout, and the client exits 2.</summary>
internal sealed class MaasRefusedException(string body) : Exception(body);
