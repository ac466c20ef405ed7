using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Identity;
using Acceptance.Cloud.Twin.World.Images;
using Acceptance.Cloud.Twin.World.Magnum;
using Acceptance.Cloud.Twin.World.Network;

namespace Acceptance.Conformance.Tests.Captures.OpenStack;

/// <summary>Cluster templates and clusters.</summary>
internal sealed partial class Situation
{
    /// <summary>Who asks in this capture: objects that do not say whose they are, are theirs.</summary>
    public TokenGrant? LastCaller { get; set; }

    private void MakeMagnum(Seen seen)
    {
        if (seen.Kind == "clustertemplate")
            MakeTemplate(seen);
        if (seen.Kind == "cluster")
            MakeCluster(seen);
    }

    private ClusterTemplate MakeTemplate(Seen seen)
    {
        var template = new ClusterTemplate
        {
            Id = World.NewId(),
            Name = seen.Name,
            ProjectId = Owner(seen),
            UserId = Needed(seen.Text("user_id")) ?? World.Identity.Admin.Id,
            ImageId = DrivenImage(seen.Text("image_id")),
            FlavorId = Flavored(seen.Text("flavor_id")),
            MasterFlavorId = Flavored(seen.Text("master_flavor_id")),
            ExternalNetworkId = External(seen.Text("external_network_id")),
            NetworkDriver = seen.Body["network_driver"]?.ToString(),
            DnsNameserver = seen.Body["dns_nameserver"]?.ToString(),
            KeypairId = seen.Body["keypair_id"]?.ToString(),
            MasterLbEnabled = (bool?)seen.Body["master_lb_enabled"] ?? false,
            DockerStorageDriver = seen.Body["docker_storage_driver"]?.ToString(),
            DockerVolumeSize = (int?)seen.Body["docker_volume_size"],
            VolumeDriver = seen.Body["volume_driver"]?.ToString(),
            FloatingIpEnabled = (bool?)seen.Body["floating_ip_enabled"] ?? true,
            CreatedAt = World.Now,
        };
        foreach (var (key, value) in seen.Body["labels"] as JsonObject ?? [])
            template.Labels[key] = value?.ToString() ?? "";
        return World.Magnum.Templates.Create(template, _ => true);
    }

    /// <summary>An image that a driver is there for; the rig's operator changed os_distro for the moment.</summary>
    private string DrivenImage(string wanted)
    {
        var image =
            World.Images.Find(Ids.Translate(wanted))
            ?? World.Images.Seed(
                wanted,
                World.Identity.Project(World.Plan.AdminProject),
                "qcow2",
                "public",
                DiskImage.Qcow2(wanted, 1L << 30)
            );
        image.Properties["os_distro"] = World.Plan.MagnumDistros[0];
        return image.Name ?? image.Id;
    }

    private string? Flavored(string wanted)
    {
        if (wanted.Length == 0)
            return null;
        if (
            World.Compute.Flavors.Find(wanted) is null
            && _atlas.Values.FirstOrDefault(one => one is { Service: "nova", Kind: "flavor" } && one.Name == wanted)
                is { } seen
        )
            Needed(seen.Id);
        return World.Compute.Flavors.Find(wanted)?.Name ?? AnyFlavor().Name;
    }

    private string External(string wanted) =>
        World.Network.Networks.Find(wanted) is { External: true } known ? known.Name
        : NetworkNamed(wanted) is { } made ? World.Network.Networks.Find(made)!.Name
        : AnyExternal().Name;

    private NeutronNetwork AnyExternal()
    {
        var made = World.Network.Networks.FirstOrDefault(one => one.External);
        if (made is not null && World.Network.Subnets.Of(made.Id).Any())
            return made;
        made ??= World.Network.Networks.Create(
            World.Identity.Project(World.Plan.AdminProject).Id,
            "provider-ext",
            external: true,
            physicalNetwork: "physnet1"
        );
        World.Network.Subnets.Create(
            new SubnetRequest(made.ProjectId, made.Id, "provider-ext-subnet", World.Plan.Address("4.0") + "/22")
            {
                EnableDhcp = false,
            }
        );
        return made;
    }

    private void MakeCluster(Seen seen)
    {
        var template =
            (Needed(seen.Text("cluster_template_id")) is { } id ? World.Magnum.Templates.Find(id) : null)
            ?? MakeTemplate(
                new Seen(
                    "magnum",
                    "clustertemplate",
                    new JsonObject
                    {
                        ["name"] = "captured",
                        ["image_id"] = "captured-kube",
                        ["project_id"] = seen.Body["project_id"]?.DeepClone(),
                        ["coe"] = "kubernetes",
                        ["docker_volume_size"] = seen.Body["docker_volume_size"]?.DeepClone(),
                    }
                )
            );
        DrivenImage(template.ImageId);
        var image = World.Images.Find(template.ImageId)!;
        var versioned = image.Properties.TryAdd("kube_version", "v1.34.8");
        World.Magnum.Create(
            new ClusterRequest(seen.Name, template)
            {
                Keypair = seen.Body["keypair"]?.ToString(),
                NodeCount = seen.Number("node_count", 1),
                MasterCount = seen.Number("master_count", 1),
            },
            World.Identity.User(Needed(seen.Text("user_id")) ?? World.Identity.Admin.Id),
            World.Identity.Project(Owner(seen))
        );
        World.Clock.Advance(TimeSpan.FromSeconds(4));
        if (versioned)
            image.Properties.Remove("kube_version");
    }

    private string? FindMagnum(Seen seen) =>
        seen.Kind switch
        {
            "clustertemplate" => World
                .Magnum.Templates.All.Find(one => one.Name == seen.Name && !Ids.IsTaken(one.Id))
                ?.Id,
            "cluster" => World.Magnum.Clusters.Find(one => one.Name == seen.Name && !Ids.IsTaken(one.Id))?.Id,
            _ => null,
        };
}
