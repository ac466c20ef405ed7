namespace Acceptance.Cloud.Twin.World.Network;

/// <summary>
/// Neutron. A refusal is a <see cref="RefusedException"/> with Neutron's own type and words (captures).
/// </summary>
internal sealed class Neutron
{
    public Neutron(Ground ground)
    {
        var rows = new NeutronRows();
        var pools = new AddressPools(rows);
        Networks = new Networks(ground, rows);
        Subnets = new Subnets(ground, rows);
        SecurityGroups = new SecurityGroups(ground, rows);
        FloatingIps = new FloatingIps(ground, rows, pools);
        Ports = new Ports(ground, rows, pools, SecurityGroups, FloatingIps);
        Routers = new Routers(ground, rows, Ports);
    }

    public Networks Networks { get; }

    public Subnets Subnets { get; }

    public SecurityGroups SecurityGroups { get; }

    public FloatingIps FloatingIps { get; }

    public Ports Ports { get; }

    public Routers Routers { get; }
}
