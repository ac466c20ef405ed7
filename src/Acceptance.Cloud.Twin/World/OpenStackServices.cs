using Acceptance.Cloud.Twin.World.Compute;
using Acceptance.Cloud.Twin.World.Hosts;
using Acceptance.Cloud.Twin.World.Identity;
using Acceptance.Cloud.Twin.World.Images;
using Acceptance.Cloud.Twin.World.Network;

namespace Acceptance.Cloud.Twin.World;

/// <summary>The services of OpenStack, and what of theirs stands when the world begins.</summary>
internal sealed class OpenStackServices
{
    public OpenStackServices(Ground ground, IReadOnlyList<HostMachine> hosts)
    {
        Identity = StandingIdentity.Make(ground);
        Images = new ImagesModel(ground);
        ImageCdn = new ImageCdn(ground);
        ImageImports = new ImageImports(ground, Images, ImageCdn);
        StandingImages.Place(Images, ImageCdn, Identity, ground.Plan);
        var network = new Neutron(ground);
        var hypervisors = HostsOfNova.List(ground, hosts);
        Placement = new Placement(ground.Plan, hypervisors);
        var compute = new Nova(ground, network, Images, hypervisors, Placement);
        HostsOfNova.Follow(hosts, compute);
        Infrastructure = StandingPlatform.Make(ground, Identity, Images, network, compute);
        new StandingTenants(ground, Identity, Infrastructure).Build();
    }

    public IdentityModel Identity { get; }

    public ImagesModel Images { get; }

    public ImageImports ImageImports { get; }

    public ImageCdn ImageCdn { get; }

    public Placement Placement { get; }

    public Infrastructure Infrastructure { get; }
}
