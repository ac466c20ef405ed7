namespace Acceptance.Cloud.Twin.World.Magnum;

/// <summary>Cluster templates.</summary>
public sealed partial class MagnumModel
{
    private static readonly string[] Drivers = ["flannel", "calico", "cilium", "none"];

    /// <summary>Keeps a template after the checks that Magnum's API makes; the driver is chosen by the image's os_distro (L-P6-3).</summary>
    public ClusterTemplate CreateTemplate(ClusterTemplate wanted)
    {
        var image = _world.Images.Find(wanted.ImageId);
        var distro = image?.Properties.GetValueOrDefault("os_distro");
        if (distro is null || !_world.Plan.MagnumDistros.Contains(distro))
            throw Invalid(
                $"Cluster type ({wanted.ServerType}, {(image is null ? "Unset" : distro ?? "None")}, {wanted.Coe}) not supported."
            );
        foreach (var flavor in (string?[])[wanted.MasterFlavorId, wanted.FlavorId])
        {
            if (flavor is not null && _world.Compute.Flavor(flavor) is null)
                throw Invalid($"Unable to find flavor {flavor}.");
        }

        if (wanted.ExternalNetworkId is { } external && _world.Network.Network(external) is not { External: true })
            throw Invalid($"Unable to find external network {external}.");
        if (wanted.NetworkDriver is { } driver && !Drivers.Contains(driver))
            throw Invalid(
                $"Network driver type {driver} is not supported, expecting a flannel/calico/unspecified network driver."
            );
        wanted.ClusterDistro = distro;
        Templates.Add(wanted);
        _world.SomethingAppeared();
        return wanted;
    }

    public void DeleteTemplate(ClusterTemplate template)
    {
        if (Clusters.Exists(cluster => cluster.Template == template))
            throw Invalid($"ClusterTemplate {template.Id} is referenced by one or multiple clusters.");
        Templates.Remove(template);
    }

    private static RefusedException Invalid(string message) => new(Refusal.Invalid, message);
}
