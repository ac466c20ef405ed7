using System.Collections;
using Acceptance.Cloud.Twin.World.Compute;
using Acceptance.Cloud.Twin.World.Images;
using Acceptance.Cloud.Twin.World.Network;

namespace Acceptance.Cloud.Twin.World.Magnum;

/// <summary>Cluster templates, oldest first.</summary>
internal sealed class ClusterTemplates(Ground ground, ImagesModel images, Nova compute, Neutron network)
{
    private static readonly string[] Drivers = ["flannel", "calico", "cilium", "none"];

    public List<ClusterTemplate> All { get; } = [];

    public ClusterTemplate? Find(string nameOrId) =>
        All.Find(one => one.Id == nameOrId) ?? All.Find(one => one.Name == nameOrId);

    /// <summary>
    /// Keeps a template after the checks that Magnum's API makes;
    /// the driver is chosen by the image's os_distro (L-P6-3).
    /// </summary>
    /// <param name="sees">Whether who makes it may see an image: of one that they may not see nothing is known, and
    /// the type reads Unset (DOCFIX-064).</param>
    public ClusterTemplate Create(ClusterTemplate wanted, Func<GlanceImage, bool> sees)
    {
        var image = images.Find(wanted.ImageId, wanted.ProjectId, sees);
        var distro = image?.Properties.GetValueOrDefault("os_distro");
        if (distro is null || !ground.Plan.MagnumDistros.Contains(distro))
        {
            var named = image is null ? "Unset" : distro ?? "None";
            throw Invalid($"Cluster type ({wanted.ServerType}, {named}, {wanted.Coe}) not supported.");
        }

        foreach (var flavor in (string?[])[wanted.MasterFlavorId, wanted.FlavorId])
        {
            if (flavor is not null && compute.Flavors.Find(flavor) is null)
                throw Invalid($"Unable to find flavor {flavor}.");
        }

        if (wanted.ExternalNetworkId is { } external && network.Networks.Find(external) is not { External: true })
            throw Invalid($"Unable to find external network {external}.");
        if (wanted.NetworkDriver is { } driver && !Drivers.Contains(driver))
            throw Invalid(
                $"Network driver type {driver} is not supported, expecting a flannel/calico/unspecified network driver."
            );
        wanted.ClusterDistro = distro;
        All.Add(wanted);
        ground.SomethingAppeared();
        return wanted;
    }

    internal static RefusedException Invalid(string message) => new(Refusal.Invalid, message);
}
