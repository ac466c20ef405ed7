using System.Security.Cryptography;

namespace Acceptance.Cloud.Twin.World.Images;

/// <summary>What stands in Glance after phase-07, and the kube image as the CDN has it.</summary>
public sealed partial class ImagesModel
{
    private byte[]? _cdnImage;

    /// <summary>The CDN's address and (wanted) port: the host of <see cref="WorldPlan.ImageUrl"/> is reached here.</summary>
    public string CdnAddress => _world.Plan.Address("0.3");

    public int CdnPort => _world.Listeners.Actual(443);

    /// <summary>The qcow2 behind <see cref="WorldPlan.ImageUrl"/>.</summary>
    public byte[] CdnImage => _cdnImage ??= DiskImage.Qcow2(_world.Plan.ImageUrl, 10L << 30);

    /// <summary>Its sha512, as the publisher's manifest has it.</summary>
    public string CdnSha512 => Convert.ToHexStringLower(SHA512.HashData(CdnImage));

    /// <summary>The CDN cuts the body short (fault cdn-truncated).</summary>
    public bool CdnTruncates { get; set; }

    /// <summary>The CDN takes Python's urllib too: how it was before it refused that client (FINDING-3).</summary>
    public bool CdnServesUrllib { get; set; }

    private void Populate()
    {
        var services = _world.Identity.Project("services");
        var admin = _world.Identity.Project(_world.Plan.AdminProject);
        Seed("amphora-haproxy-x86_64-ubuntu-22.04", services, "qcow2", "private", DiskImage.Qcow2("amphora", 2L << 30))
            .Tags.Add("octavia-amphora");
        Seed("ubuntu-noble", admin, "qcow2", "public", DiskImage.Qcow2("noble", 3758096384), ("os_distro", "ubuntu"));
        if (_world.Plan.World == "rebuilt")
            return;
        // The runbook's block sources admin-openrc while OS_PROJECT_ID is still exported: the image belongs to capi-mgmt.
        Seed(
            _world.Plan.Image,
            _world.Identity.Project(_world.Plan.CapiProject),
            "raw",
            "shared",
            DiskImage.ToRaw(CdnImage),
            ("os_distro", "ubuntu"),
            ("kube_version", _world.Plan.KubeVersion)
        );
    }
}
