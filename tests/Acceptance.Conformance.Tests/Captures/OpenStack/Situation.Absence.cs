using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Acceptance.Cloud.Twin.World.Compute;
using Acceptance.Cloud.Twin.World.LoadBalancing;

namespace Acceptance.Conformance.Tests.Captures.OpenStack;

/// <summary>What was not there when a capture was recorded, and what its services demanded.</summary>
internal sealed partial class Situation
{
    /// <summary>
    /// A look-up by name that found nothing, an id that was gone, a list that was empty: so it is in the model too.
    /// </summary>
    private void Absent(CapturedExchange exchange)
    {
        if (exchange.Method is not ("GET" or "DELETE"))
            return;
        if (exchange.Status == 404)
        {
            var last = exchange.Path.TrimEnd('/').Split('/')[^1];
            Remove(exchange.Service, Ids.Translate(last), byName: exchange.Service == "magnum");
        }

        if (exchange.Method != "GET" || exchange.Status != 200 || exchange.Body is not JsonObject body)
            return;
        if (
            body.FirstOrDefault(member =>
                member.Value is JsonArray && !member.Key.EndsWith("_links", StringComparison.Ordinal)
            ).Value
            is not JsonArray { Count: 0 }
        )
            return;
        var name = exchange
            .Query.Split('&')
            .Select(part => part.Split('=', 2))
            .FirstOrDefault(part => part[0] == "name");
        if (name is not null)
            Remove(exchange.Service, Uri.UnescapeDataString(name[1].Replace('+', ' ')), byName: true);
        else if (exchange.Path.EndsWith("/amphorae", StringComparison.Ordinal) && exchange.Query == "status=ERROR")
            Healed();
        else if (exchange.Query.Length == 0 || exchange.Query.StartsWith("limit=", StringComparison.Ordinal))
            RemoveAll(exchange);
    }

    private void Remove(string service, string what, bool byName)
    {
        bool Fits(string id, string? name) => id == what || (byName && name == what);
        var mine = LastCaller?.ProjectId;
        switch (service)
        {
            case "nova":
                foreach (
                    var server in World
                        .Compute.Servers.Where(one => Fits(one.Id, one.Name) && (!byName || one.ProjectId == mine))
                        .ToArray()
                )
                    Gone(server);
                break;
            case "glance":
                World.Images.All.RemoveAll(one => Fits(one.Id, one.Name) && (!byName || one.OwnerId == mine));
                break;
            case "octavia":
                RemoveBalanced(Fits);
                break;
            case "magnum":
                World.Magnum.Templates.All.RemoveAll(one => Fits(one.Id, one.Name));
                foreach (var cluster in World.Magnum.Clusters.Where(one => Fits(one.Id, one.Name)).ToArray())
                    World.Magnum.Delete(cluster);
                for (var wait = 0; wait < 200 && World.Magnum.Clusters.Exists(one => Fits(one.Id, one.Name)); wait++)
                    World.Clock.Advance(TimeSpan.FromSeconds(5));
                break;
        }
    }

    /// <summary>No failed failover has left its zombie.</summary>
    private void Healed()
    {
        foreach (
            var balancer in World
                .LoadBalancing.LoadBalancers.Where(one => one.Amphorae.Exists(row => row.Status.Word() == "ERROR"))
                .ToArray()
        )
        {
            Octavia.LoadBalancers.ForgetFailure(balancer);
            Octavia.Amphorae.Failover(balancer);
            Settled(balancer);
        }
    }

    private void RemoveBalanced(Func<string, string?, bool> fits)
    {
        foreach (
            var balancer in World
                .LoadBalancing.LoadBalancers.Where(one =>
                    fits(one.Id, one.Name) || one.Amphorae.Exists(row => fits(row.Id, null))
                )
                .ToArray()
        )
        {
            Settled(balancer);
            if (fits(balancer.Id, balancer.Name))
                Octavia.Delete(balancer, cascade: true);
            else if (balancer.Amphorae.Exists(row => fits(row.Id, null)))
                Octavia.Amphorae.Failover(balancer);
            Settled(balancer);
        }
    }

    private void RemoveAll(CapturedExchange exchange)
    {
        var collection = exchange.Path.TrimEnd('/').Split('/')[^1];
        if (collection is "loadbalancers" or "amphorae")
            RemoveBalanced((_, name) => name is not null);
        if (collection == "floatingips")
            foreach (var ip in World.Network.FloatingIps.ToArray())
                World.Network.FloatingIps.Release(ip.Id);
        if (exchange.Service == "magnum" && collection == "clusters")
            foreach (var cluster in World.Magnum.Clusters.ToArray())
                Remove("magnum", cluster.Id, byName: false);
        if (exchange.Service == "magnum" && collection == "clustertemplates")
            World.Magnum.Templates.All.Clear();
        if (exchange.Service == "nova" && exchange.Path.Contains("/servers", StringComparison.Ordinal))
            foreach (var server in Compute.Servers.Where(one => one.ProjectId == LastCaller?.ProjectId).ToArray())
                Gone(server);
    }

    private void Gone(NovaServer server)
    {
        Compute.Power.Delete(server);
        World.Clock.Advance(TimeSpan.FromSeconds(5));
    }

    /// <summary>What could be made did not stand yet, where a name may be given once only.</summary>
    private void NewName(CapturedExchange exchange)
    {
        if (
            exchange.RequestBody is not JsonObject { Count: 1 } envelope
            || envelope.First().Value is not JsonObject asked
            || asked["name"]?.ToString() is not { } name
        )
            return;
        var identity = World.Identity;
        var domain = Ids.Translate(asked["domain_id"]?.ToString() ?? "default");
        switch (envelope.First().Key)
        {
            case "domain":
                identity.Domains.RemoveAll(one =>
                    one.Name == name
                    && identity.Projects.TrueForAll(project => project.Domain != one)
                    && identity.Users.TrueForAll(user => user.Domain != one)
                );
                break;
            case "project":
                identity.Projects.RemoveAll(one => one.Name == name && one.Domain.Id == domain);
                break;
            case "user":
                identity.Users.RemoveAll(one => one.Name == name && one.Domain.Id == domain);
                break;
            case "application_credential":
                identity.AppCredentials.All.RemoveAll(one => one.Name == name && one.User == LastCaller?.User);
                break;
            case "flavor" when Compute.Flavors.Find(name) is { } flavor:
                Compute.Flavors.Delete(flavor);
                break;
            case "keypair" when LastCaller is { } caller && Compute.Keypairs.Find(caller.UserId, name) is { } pair:
                Compute.Keypairs.Delete(pair);
                break;
        }
    }

    /// <summary>What took a change was settled; what refused it as immutable was not.</summary>
    private void Mutable(CapturedExchange exchange)
    {
        var named = Named(exchange).Select(Needed).OfType<string>().ToHashSet();
        var balancer = Octavia.LoadBalancers.FirstOrDefault(one =>
            named.Contains(one.Id)
            || one.Listeners.Exists(child => named.Contains(child.Id))
            || one.Pools.Exists(child => named.Contains(child.Id))
            || one.Amphorae.Exists(row => named.Contains(row.Id))
        );
        if (balancer is null)
            return;
        var said = exchange.Body?.ToJsonString() ?? "";
        var refused =
            exchange.Status == 409
            && (
                said.Contains("immutable", StringComparison.Ordinal)
                || said.Contains("Invalid state", StringComparison.Ordinal)
            );
        if (!refused)
            Settled(balancer);
        else if (balancer.Provisioning.Word() == "ACTIVE")
            Octavia.Parts.Change(balancer, () => { });
    }

    private void Attached(CapturedExchange exchange)
    {
        var named = Named(exchange).Select(Needed).OfType<string>().ToArray();
        if (
            World.Network.Routers.FirstOrDefault(one => named.Contains(one.Id)) is not { } router
            || World.Network.Subnets.FirstOrDefault(one => named.Contains(one.Id)) is not { } subnet
        )
            return;
        if (
            !World
                .Network.Routers.InterfacesOf(router.Id)
                .Any(face => face.FixedIps.Any(ip => ip.SubnetId == subnet.Id))
        )
            World.Network.Routers.AddInterface(router, subnet.Id);
    }

    /// <summary>
    /// The template of a cluster that was not refused for want of it, and the network of a template that was made.
    /// </summary>
    private void Templated(CapturedExchange exchange)
    {
        if (
            exchange.RequestBody?["cluster_template_id"]?.ToString() is { } wanted
            && exchange.Status != 404
            && World.Magnum.Templates.Find(Ids.Translate(wanted)) is null
        )
        {
            var made = MakeTemplate(
                new Seen(
                    "magnum",
                    "clustertemplate",
                    new JsonObject
                    {
                        ["name"] = IdBook.IsId(wanted) ? "captured" : wanted,
                        ["image_id"] = "captured-kube",
                    }
                )
            );
            if (IdBook.IsId(wanted))
                Ids.Learn(wanted, made.Id);
        }

        if (
            !exchange.Succeeded
            || exchange.RequestBody?["external_network_id"]?.ToString() is not { } network
            || World.Network.Networks.Find(Ids.Translate(network)) is not null
        )
            return;
        if (AnyExternal() is var external && !Ids.IsTaken(external.Id))
            external.Name = network;
    }

    /// <summary>
    /// A server that took an action was in the state for it; one that did not, was in the state that the refusal
    /// names.
    /// </summary>
    private void Actionable(CapturedExchange exchange)
    {
        if (
            exchange.RequestBody is not JsonObject { Count: > 0 } asked
            || Named(exchange)
                .Select(Needed)
                .OfType<string>()
                .Select(Compute.Servers.Find)
                .FirstOrDefault(one => one is not null)
                is not { } server
        )
            return;
        var wanted = exchange.Succeeded
            ? asked.First().Key switch
            {
                "reboot" or "os-stop" or "pause" or "shelve" => "ACTIVE",
                "os-start" => "SHUTOFF",
                _ => "",
            }
            : Regex.Match(exchange.Body?.ToJsonString() ?? "", @"while it is in vm_state (\w+)").Groups[1].Value switch
            {
                "stopped" => "SHUTOFF",
                "active" => "ACTIVE",
                _ => "",
            };
        if (wanted.Length > 0)
            Powered(server, wanted);
    }

    private void Powered(NovaServer server, string wanted)
    {
        if (server.TaskState is not null || server.StatusWord == wanted)
            return;
        if (server.Status == ServerStatus.Paused)
            Compute.Power.Unpause(server);
        if (wanted == "ACTIVE" && server.Status == ServerStatus.Shutoff)
            Compute.Power.Start(server);
        for (var wait = 0; wait < 30 && server.TaskState is not null; wait++)
            World.Clock.Advance(TimeSpan.FromSeconds(1));
        if (wanted == "SHUTOFF" && server.Status == ServerStatus.Active)
            Compute.Power.PowerOff(server);
    }

    /// <summary>The twin's driver reads a version off the image, where the rig's drivers did not.</summary>
    private void Versioned(CapturedExchange exchange)
    {
        if (
            exchange.RequestBody?["cluster_template_id"]?.ToString() is not { } wanted
            || World.Magnum.Templates.Find(Ids.Translate(wanted)) is not { } template
        )
            return;
        if (World.Images.Find(template.ImageId) is not { } image || !image.Properties.TryAdd("kube_version", "v1.34.8"))
            return;
        World.Clock.In(TimeSpan.FromSeconds(3.5), () => image.Properties.Remove("kube_version"));
    }

    /// <summary>
    /// A quota that refused or let pass, an image with the os_distro that a driver was or was not there for.
    /// </summary>
    private void Preconditions(CapturedExchange exchange)
    {
        if (exchange.Service == "octavia" && exchange.Changes)
            Mutable(exchange);
        if (
            exchange is { Service: "glance", Method: "DELETE", Status: 403 }
            && (exchange.Body?.ToJsonString() ?? "").Contains("protected", StringComparison.Ordinal)
            && World.Images.Find(Ids.Translate(exchange.Path.Split('/')[^1])) is { } kept
        )
            kept.Protected = true;
        if (exchange.Service == "nova" && exchange.Path.EndsWith("/action", StringComparison.Ordinal))
            Actionable(exchange);
        if (
            exchange is { Service: "neutron", Method: "PUT", Succeeded: true }
            && exchange.Path.EndsWith("/remove_router_interface", StringComparison.Ordinal)
        )
            Attached(exchange);
        if (exchange.Method == "POST" && exchange.RequestBody is JsonObject)
            Possible(exchange);
    }

    private void Limited(CapturedExchange exchange, string said, string project)
    {
        if (exchange.Succeeded)
            World.Compute.Quotas.Set(project, new ComputeQuota(40, -1, -1));
        else if (Regex.Match(said, @"of (\d+), (\d+) cores, ram") is { Success: true } limits)
            World.Compute.Quotas.Set(
                project,
                new ComputeQuota(10, int.Parse(limits.Groups[1].Value), int.Parse(limits.Groups[2].Value))
            );
    }

    // What must be so that a request to make something is answered as it was.
    private void Possible(CapturedExchange exchange)
    {
        if (exchange.Succeeded)
            NewName(exchange);
        var said = exchange.Body?.ToJsonString() ?? "";
        if (
            exchange.Service == "nova"
            && exchange.Path.EndsWith("/servers", StringComparison.Ordinal)
            && LastCaller?.Project is { } project
        )
        {
            Limited(exchange, said, project.Id);
        }

        if (exchange.Service == "magnum")
            Templated(exchange);
        if (
            exchange is { Service: "magnum", Succeeded: true }
            && exchange.Path.EndsWith("/clusters", StringComparison.Ordinal)
        )
            Versioned(exchange);
        if (exchange.Service != "magnum" || exchange.RequestBody?["image_id"]?.ToString() is not { } name)
            return;
        if (exchange.Succeeded)
            DrivenImage(name);
        else if (
            World.Images.Find(name) is { } image
            && Regex.Match(said, @"Cluster type \(vm, (\S+), kubernetes\) not supported") is { Success: true } type
        )
        {
            if (type.Groups[1].Value is "Unset" or "None")
                image.Properties.Remove("os_distro");
            else
                image.Properties["os_distro"] = type.Groups[1].Value;
        }
    }
}
