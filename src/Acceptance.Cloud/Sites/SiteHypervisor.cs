namespace Acceptance.Cloud.Sites;

/// <summary>The libvirt hypervisor under the hosts: its connection URI and the hosts' domains.</summary>
public sealed record SiteHypervisor
{
    [Lifetime(Lifetime.PerSite)]
    [Form(Form.LibvirtUri)]
    public string Uri { get; init; } = "qemu:///system";

    [Lifetime(Lifetime.PerSite)]
    [Form(Form.Name)]
    public required IReadOnlyList<string> Domains { get; init; }
}
