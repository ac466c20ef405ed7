namespace Acceptance.Cloud.Twin.World.Maas;

/// <summary>
/// An address that MAAS holds for a machine (FACTS 8.6): allocation 1 is sticky (static), 6 discovered:
/// the lease of a machine that booted from the network.
/// </summary>
internal sealed record MaasAddress(string Ip, int Allocation, MaasNode Node, DateTimeOffset Created)
{
    public const int Sticky = 1;

    public const int Discovered = 6;
}
