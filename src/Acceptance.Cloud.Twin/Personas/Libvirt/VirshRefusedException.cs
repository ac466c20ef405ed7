namespace Acceptance.Cloud.Twin.Personas.Libvirt;

/// <summary>virsh itself says no, before it asks libvirt: no blank line on stdout.</summary>
internal sealed class VirshRefusedException(string line) : Exception(line);
