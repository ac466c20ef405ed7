using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Compute;
using Acceptance.Cloud.Twin.World.Images;

namespace Acceptance.Conformance.Tests.Captures.OpenStack;

/// <summary>Images, flavors, keys and servers.</summary>
internal sealed partial class Situation
{
    private static readonly string[] ImageFields =
    [
        "id",
        "name",
        "status",
        "disk_format",
        "container_format",
        "visibility",
        "owner",
        "protected",
        "min_disk",
        "min_ram",
        "size",
        "virtual_size",
        "checksum",
        "os_hash_algo",
        "os_hash_value",
        "os_hidden",
        "created_at",
        "updated_at",
        "tags",
        "self",
        "file",
        "schema",
        "locations",
        "direct_url",
        "stores",
    ];

    private void MakeImage(Seen seen)
    {
        if (seen.Kind != "image")
            return;
        var owner =
            Needed(seen.Text("owner")) is { } id && World.Identity.Projects.Find(one => one.Id == id) is { } project
                ? project
                : World.Identity.Project(World.Plan.AdminProject);
        var image =
            seen.Text("status") == "active"
                ? World.Images.Seed(
                    seen.Name,
                    owner,
                    seen.Text("disk_format"),
                    seen.Text("visibility"),
                    DiskImage.Qcow2(seen.Name, 1L << 30)
                )
                : World.Images.Create(seen.Name, owner, seen.Text("disk_format"), seen.Text("container_format"));
        if (seen.Body["virtual_size"] is null)
            image.VirtualSize = null;
        image.Visibility = seen.Text("visibility");
        image.Protected = (bool?)seen.Body["protected"] ?? false;
        foreach (var (key, value) in seen.Body.Where(member => !ImageFields.Contains(member.Key)))
            image.Properties[key] = value?.ToString() ?? "";
        foreach (var tag in (seen.Body["tags"] as JsonArray ?? []).Select(tag => tag!.ToString()))
            image.Tags.Add(tag);
    }

    private void MakeCompute(Seen seen)
    {
        switch (seen.Kind)
        {
            case "server"
                when seen.Body["status"] is not null
                    || _atlas.TryGetValue(seen.Id, out seen!) && seen.Body["status"] is not null:
                MakeServer(seen);
                break;
            case "flavor" when seen.Body["ram"] is not null:
                MakeFlavor(seen);
                break;
            case "keypair":
                World.Compute.Keypairs.Create(
                    KeyOwner(seen),
                    seen.Name,
                    seen.Text("public_key") is { Length: > 0 } key ? key : "ssh-ed25519 captured"
                );
                break;
        }
    }

    private void MakeFlavor(Seen seen)
    {
        var made = World.Compute.Flavors.Create(
            seen.Name,
            seen.Number("ram"),
            seen.Number("vcpus"),
            seen.Number("disk"),
            isPublic: (bool?)seen.Body["os-flavor-access:is_public"] ?? true
        );
        foreach (var (key, value) in seen.Body["extra_specs"] as JsonObject ?? [])
            made.ExtraSpecs[key] = value?.ToString() ?? "";
    }

    private void MakeServer(Seen seen)
    {
        var project = Needed(seen.Text("tenant_id")) ?? World.Identity.Project(World.Plan.AdminProject).Id;
        var user = Needed(seen.Text("user_id")) ?? World.Identity.Admin.Id;
        var flavor =
            Needed(seen.Nested("flavor")) is { } id ? World.Compute.Flavors.Find(id)!.Name
            : seen.Nested("flavor", "original_name") is { Length: > 0 } name
            && World.Compute.Flavors.Find(name) is not null
                ? name
            : AnyFlavor().Name;
        var networks = (seen.Body["addresses"] as JsonObject ?? [])
            .Select(network =>
                World.Network.Networks.FirstOrDefault(one => one.Name == network.Key)?.Id ?? NetworkNamed(network.Key)
            )
            .OfType<string>()
            .ToArray();
        var failed = seen.Text("status") == "ERROR";
        var server = World.Compute.Boot(
            new ServerRequest(seen.Name, project, user, flavor)
            {
                Image = Needed(seen.Nested("image")),
                NetworkIds = networks,
                KeyName = seen.Body["key_name"]?.ToString(),
                Standing = !failed,
                Host = failed ? "no host" : null,
                Metadata = (seen.Body["metadata"] as JsonObject ?? []).ToDictionary(
                    one => one.Key,
                    one => one.Value?.ToString() ?? ""
                ),
            }
        );
        if (seen.Text("status") == "SHUTOFF")
            World.Compute.Power.PowerOff(server);
    }

    private NovaFlavor AnyFlavor() =>
        World.Compute.Flavors.FirstOrDefault(flavor =>
            flavor.IsPublic && !flavor.Name.StartsWith("twin-own", StringComparison.Ordinal)
        ) ?? World.Compute.Flavors.Create("captured", 4096, 2, 20);

    private string? NetworkNamed(string name) =>
        _atlas.Values.FirstOrDefault(seen => seen is { Service: "neutron", Kind: "network" } && seen.Name == name)
            is { } network
            ? Needed(network.Id)
            : null;

    private string KeyOwner(Seen seen) => Needed(seen.Text("user_id")) ?? World.Identity.Admin.Id;

    private string? FindCompute(Seen seen) =>
        seen.Kind switch
        {
            "server" => World
                .Compute.Servers.LastOrDefault(one =>
                    one.Name == seen.Name
                    && (
                        seen.Text("tenant_id") is not { Length: > 0 } project || one.ProjectId == Ids.Translate(project)
                    )
                    && !Ids.IsTaken(one.Id)
                )
                ?.Id,
            "flavor" => World.Compute.Flavors.Find(seen.Name.Length > 0 ? seen.Name : seen.Text("original_name"))?.Id,
            "keypair" => World.Compute.Keypairs.Find(KeyOwner(seen), seen.Name)?.Name,
            "hypervisor" => World.Compute.Hypervisors.Find(seen.Text("hypervisor_hostname"))?.Id,
            "service" when seen.Text("binary") == "nova-compute" => World
                .Compute.Hypervisors.Find(seen.Text("host"))
                ?.ServiceId,
            _ => null,
        };
}
