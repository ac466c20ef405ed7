using Acceptance.Cloud.Twin;
using Acceptance.Cloud.Twin.World.Compute;
using Acceptance.Cloud.Twin.World.LoadBalancing;
using ProvisioningStatus = Acceptance.Cloud.Twin.World.LoadBalancing.ProvisioningStatus;

namespace Acceptance.Runs.Tests.Hostile;

/// <summary>
/// A tenant of a twin who gives everything of his a name, a description and tags that a shell, a terminal, a pipeline
/// or a browser would obey, or that look like a secret.
/// </summary>
internal sealed class HostileTenant : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("canary-").FullName;

    public HostileTenant(int seed)
    {
        // A secret's form stands in no file of ours.
        var drawn = new Random(seed);
        Secrets =
        [
            "hvs." + Drawn(drawn, 24),
            "s." + Drawn(drawn, 23) + "7",
            "gAAAAA" + Drawn(drawn, 120),
            $"{Drawn(drawn, 18)}:{Drawn(drawn, 18)}:{Drawn(drawn, 32)}",
            "api_key" + "=" + Drawn(drawn, 20),
            "Authorization: Bearer " + Drawn(drawn, 40),
        ];
        Words =
        [
            $"$(touch {Mark})",
            $"`touch {Mark}`",
            $"'; touch {Mark} #",
            $"\"; touch {Mark}; \"",
            $"-oProxyCommand=touch {Mark}",
            "\u001b[31mred\u001b]0;title\u0007",
            "\u202egnp.exe",
            "</script><script>document.title='obeyed'</script>",
            "<img src=x onerror=\"document.title='obeyed'\">",
            "a|b|c",
            "[here](javascript:document.title='obeyed')",
            "x\n::error::y",
            "x\n##vso[task.complete]y",
            "../../../../etc/passwd",
            new string('A', 200),
            .. Secrets,
        ];
    }

    /// <summary>What a shell that obeyed would have made.</summary>
    public string Mark => Path.Combine(_folder, "X");

    public IReadOnlyList<string> Words { get; }

    /// <summary>What looks like a secret, and is shown nowhere.</summary>
    public IReadOnlyList<string> Secrets { get; }

    public bool Obeyed => Directory.EnumerateFileSystemEntries(_folder).Any();

    /// <summary>Moves in; his load balancers are in ERROR where something is to be found.</summary>
    public void MoveInto(Twin twin, bool broken)
    {
        var world = twin.World;
        lock (world.Gate)
        {
            var domain = world.Identity.Domain("default");
            foreach (var (number, word) in Words.Index())
            {
                var tenant = world.Identity.CreateProject(word, domain, word);
                var user = world.Identity.CreateUser(word, domain);
                world.Identity.Grants.Assign(user, world.Identity.Grants.Role("member"), tenant);
                var network = world.Network.Networks.Create(tenant.Id, word);
                var subnet = world.Network.Subnets.Create(
                    new(tenant.Id, network.Id, word, $"10.{200 + (number / 100)}.{number % 100}.0/24")
                );
                world.Compute.Boot(
                    new ServerRequest(word, tenant.Id, user.Id, "gp.small")
                    {
                        Image = "ubuntu-noble",
                        NetworkIds = [network.Id],
                        Standing = true,
                    }
                );
                var front = world.LoadBalancing.Create(
                    new LoadBalancerRequest(word, tenant.Id, subnet.Id)
                    {
                        Description = word,
                        Tags = [word],
                        Listeners = [new ListenerRequest(80, "HTTP")],
                        Standing = true,
                    }
                );
                if (broken)
                    front.Provisioning = ProvisioningStatus.Error;
            }
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Drawn(Random drawn, int length) =>
        new(drawn.GetItems("abcdefghijklmnopqrstuvwxyz0123456789".AsSpan(), length));
}
