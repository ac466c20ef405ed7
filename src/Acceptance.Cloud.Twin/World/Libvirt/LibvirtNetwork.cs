namespace Acceptance.Cloud.Twin.World.Libvirt;

/// <summary>
/// A network of libvirt. Undefined while active it lives on until it is destroyed;
/// destroyed while persistent it can be started again.
/// </summary>
internal sealed class LibvirtNetwork(string name, string uuid, string bridge)
{
    public string Name { get; } = name;

    public string Uuid { get; } = uuid;

    public string Bridge { get; } = bridge;

    public bool Active { get; set; }

    public bool Persistent { get; set; } = true;

    public bool Autostart { get; set; }

    /// <summary>"nat"; null for an isolated network.</summary>
    public string? Forward { get; init; }

    /// <summary>The host's address on it; null without L3 (8_lbaas).</summary>
    public string? Address { get; init; }

    /// <summary>The first three octets of <see cref="Address"/>.</summary>
    public string? Prefix => Address?[..Address.LastIndexOf('.')];
}
