using Acceptance.Cloud.Twin.World.Compute;
using Acceptance.Cloud.Twin.World.Identity;
using Acceptance.Cloud.Twin.World.Images;
using Acceptance.Cloud.Twin.World.Magnum;
using Acceptance.Cloud.Twin.World.Network;

namespace Acceptance.Cloud.Twin.World.Untidy;

/// <summary>
/// A project of the tenant's name in another domain, with a network, a server, an image, a template and a cluster of
/// the tenant's names: each is another thing than the tenant's, and none of them is as the tenant's must be.
/// </summary>
internal sealed class Namesakes
{
    private readonly TwinWorld _world;
    private readonly WorldPlan _plan;
    private readonly KeystoneProject _project;
    private readonly KeystoneUser _user;

    public Namesakes(TwinWorld world)
    {
        (_world, _plan) = (world, world.Plan);
        var domain = world.Identity.Domain("default");
        _project = world.Identity.CreateProject(_plan.CapiProject, domain, "somebody's first try");
        _user = world.Identity.CreateUser("first-try", domain);
        foreach (var role in (string[])["member", "load-balancer_member"])
            world.Identity.Grants.Assign(_user, world.Identity.Grants.Role(role), _project);
    }

    public void Make()
    {
        _world.Compute.Keypairs.Create(
            _user.Id,
            _plan.Keypair,
            $"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI{_world.NewHexId()} first-try"
        );
        var network = Network(_plan.ExternalNetwork, "10.40.4.0/24");
        Network("capi-mgmt-net", "10.40.8.0/24");
        _world.Compute.Power.PowerOff(
            _world.Compute.Boot(
                new ServerRequest(_plan.ManagementServer, _project.Id, _user.Id, "gp.small")
                {
                    Image = "ubuntu-noble",
                    NetworkIds = [network.Id],
                    Standing = true,
                    MadeAt = _plan.TenantSetupAt.AddHours(1),
                }
            )
        );
        Cluster();
    }

    private NeutronNetwork Network(string name, string cidr)
    {
        var network = _world.Network.Networks.Create(_project.Id, name);
        _world.Network.Subnets.Create(new SubnetRequest(_project.Id, network.Id, $"{name}-subnet", cidr));
        return network;
    }

    /// <summary>Its image carries no version, so that its cluster fails (L-P6-3): theirs to mend.</summary>
    private void Cluster()
    {
        var image = _world.Images.Seed(
            _plan.Image,
            _project,
            "qcow2",
            "private",
            DiskImage.Qcow2("first try", 10L << 30),
            ("os_distro", "ubuntu")
        );
        // Another one waits for its data, and is as little ours to clear away.
        _world.Images.Create(_plan.Image, _project, "qcow2", "bare").Visibility = "private";
        var template = _world.Magnum.Templates.Create(
            new ClusterTemplate
            {
                Id = _world.NewId(),
                Name = _plan.Template,
                ProjectId = _project.Id,
                UserId = _user.Id,
                ImageId = image.Id,
                MasterFlavorId = "gp.small",
                FlavorId = "gp.small",
                NetworkDriver = "flannel",
                Public = true,
                CreatedAt = _plan.TenantSetupAt.AddHours(1),
            },
            seen => seen.Id == image.Id
        );
        _world.Magnum.Create(new ClusterRequest(_plan.Cluster, template) { Keypair = _plan.Keypair }, _user, _project);
    }
}
