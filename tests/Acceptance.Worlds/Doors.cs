using Acceptance.Cloud;
using Acceptance.Cloud.Twin.World;

namespace Acceptance.Worlds;

/// <summary>What a client meets at an address before, or instead of, the service behind it.</summary>
internal sealed class Doors(TwinWorld world)
{
    /// <summary>At the public VIP of a service of the plan.</summary>
    public Meeting AtVip(string service, string path) =>
        At(world.Plan.Vip(service), world.Plan.Ports[service], service == "horizon-2" ? "horizon" : service, path);

    /// <param name="role">Who plays the service, without what follows a colon.</param>
    public Meeting At(string address, int port, string role, string path)
    {
        lock (world.Gate)
        {
            var listeners = world.Listeners;
            if (!listeners.IsOpen(address, port))
                return new(Unreadable.Refused);
            if (
                listeners.Rules.FirstOrDefault(rule => rule.InHandshake && rule.Meets(role, rule.PathPrefix)) is { } shy
            )
                return new(shy.How == Misbehaviour.HandshakeHang ? Unreadable.Unreachable : Unreadable.Refused);
            if (!world.HaProxy.Serves(role))
                return new(Unreadable.Refused) { InHandshake = true };
            return new(listeners.IsDistrusted(role) ? Unreadable.UntrustedCertificate : null)
            {
                Rule = listeners.Rules.FirstOrDefault(rule => !rule.InHandshake && rule.Meets(role, path)),
            };
        }
    }
}
