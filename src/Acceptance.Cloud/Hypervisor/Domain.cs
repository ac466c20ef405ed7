namespace Acceptance.Cloud.Hypervisor;

/// <summary>A libvirt domain and its state as virsh words it ("running", "shut off").</summary>
public sealed record Domain(string Name, State<DomainState> State);
