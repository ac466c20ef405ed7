using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Nginx;

namespace Acceptance.Cloud.Twin.Faults.Hosts;

/// <summary>nginx-reverse-proxy: the jumphost's proxy was written otherwise than the appendix settled on.</summary>
internal static class NginxFaults
{
    public static IEnumerable<Fault> All() =>
        [
            Written(
                "nginx-name",
                "the jumphost's proxy wants the certificate of a container that does not serve the dashboard any more",
                (world, built) => built with { Name = Another(world).Hostname }
            ),
            Written(
                "nginx-scheme",
                "the jumphost's proxy listens on http and hands back redirects to https as they come",
                (_, built) => built with { Redirects = [] }
            ),
            Written(
                "nginx-loop",
                "the jumphost's proxy tells the dashboard that it was asked by http, and is sent to https for ever",
                (_, built) => built with { Headers = [.. built.Headers, ("X-Forwarded-Proto", "$scheme")] }
            ),
        ];

    private static World.Juju.JujuMachine Another(TwinWorld world)
    {
        var others = world
            .Juju.AllMachines.Where(machine => machine.IsContainer && machine.Hostname != world.Nginx.Unit)
            .ToArray();
        return others[world.Random.Next(others.Length)];
    }

    private static Fault Written(string id, string says, Func<TwinWorld, NginxVhost, NginxVhost> how) =>
        new(
            id,
            says,
            world =>
            {
                world.Nginx.Rebuild(how(world, world.Nginx.AsBuilt));
                return world.Nginx.Url.ToString();
            },
            world => world.Nginx.Rebuild(world.Nginx.AsBuilt)
        );
}
