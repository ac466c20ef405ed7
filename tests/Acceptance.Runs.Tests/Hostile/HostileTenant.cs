using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Compute;
using Acceptance.Cloud.Twin.World.LoadBalancing;
using ProvisioningStatus = Acceptance.Cloud.Twin.World.LoadBalancing.ProvisioningStatus;

namespace Acceptance.Runs.Tests.Hostile;

/// <summary>A tenant who gives everything of his a name, a description, tags, metadata of canaries.</summary>
internal sealed class HostileTenant(TwinWorld world, Canaries canaries)
{
    /// <summary>Moves in; his load balancers are in ERROR where something is to be found.</summary>
    public void MoveIn(bool broken)
    {
        lock (world.Gate)
        {
            foreach (var (number, word) in canaries.Words.Index())
                Own(number, word, broken);
        }
    }

    private void Own(int number, string word, bool broken)
    {
        var domain = world.Identity.Domain("default");
        var tenant = world.Identity.CreateProject(word, domain, word);
        var user = world.Identity.CreateUser(word, domain);
        world.Identity.Grants.Assign(user, world.Identity.Grants.Role("member"), tenant);
        var network = world.Network.Networks.Create(tenant.Id, word);
        var subnet = world.Network.Subnets.Create(
            new(tenant.Id, network.Id, word, $"10.{200 + (number / 100)}.{number % 100}.0/24")
        );
        // There is no room for a server and an amphora of each word.
        if (!canaries.Orders.Contains(word) && canaries.NumberOf(word) % 6 != 0)
            return;
        Serve(word, tenant.Id, user.Id, network.Id);
        var front = world.LoadBalancing.Create(
            new LoadBalancerRequest(word, tenant.Id, subnet.Id)
            {
                Description = word,
                Tags = [word],
                Listeners = [new ListenerRequest(80, "HTTP")],
                Standing = true,
            }
        );
        foreach (var listener in front.Listeners)
            (listener.Name, listener.Description, listener.Tags) = (word, word, [word]);
        if (broken)
            front.Provisioning = ProvisioningStatus.Error;
    }

    private void Serve(string word, string project, string user, string network)
    {
        var server = world.Compute.Boot(
            new ServerRequest(word, project, user, "gp.small")
            {
                Image = "ubuntu-noble",
                NetworkIds = [network],
                Standing = true,
            }
        );
        server.Metadata[word] = word;
        server.Tags.Add(word);
        server.Fault = new ServerFault(500, world.Now, word, word);
    }
}
