using Acceptance.Cloud;
using Acceptance.Cloud.Sites;
using Acceptance.Cloud.Twin;
using Acceptance.Cloud.Twin.Faults;
using Acceptance.Cloud.Twin.World;

namespace Acceptance.Worlds;

/// <summary>
/// A world without a wire: made, broken, aged and read in this process, in milliseconds. Wide sweeps are judged on it.
/// </summary>
public sealed class WirelessWorld : DrawnWorld
{
    /// <summary>Where its operator would live; nothing is written there.</summary>
    private const string Home = "/home/operator";

    private WirelessWorld(TwinWorld world)
        : base(world, new FaultRegistry(world, FaultCatalogue.Of(world)))
    {
        lock (world.Gate)
            Site = TwinSite.Of(world, Home, $"{Home}/bin", new Uri($"http://{world.Plan.Address(TwinAddresses.Own)}"));
    }

    public override Site Site { get; }

    public override ICloud Cloud => new WorldCloud(World, Site);

    /// <summary>The world that the options describe; its draws are all by the options' seed.</summary>
    public static WirelessWorld Make(TwinOptions options)
    {
        var plan = options.PlanOf(options.FirstBlock, Home);
        return new(new TwinWorld(plan, Vips(plan)));
    }

    private static OpenAddresses Vips(WorldPlan plan)
    {
        var open = new OpenAddresses();
        foreach (var service in plan.Vips.Keys)
            open.Open(plan.Vip(service), plan.Ports[service], service);
        return open;
    }
}
