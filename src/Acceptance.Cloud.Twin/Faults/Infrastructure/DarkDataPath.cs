namespace Acceptance.Cloud.Twin.Faults.Infrastructure;

/// <summary>blip-N: how long the next failovers leave the data path dark.</summary>
internal static class DarkDataPath
{
    public static Fault Of(int seconds) =>
        new(
            $"blip-{seconds}",
            $"The next failovers leave a STANDALONE load balancer's data path dark for {seconds} s.",
            world =>
            {
                world.LoadBalancing.Amphorae.Blip = TimeSpan.FromSeconds(seconds);
                return "every load balancer";
            },
            world => world.LoadBalancing.Amphorae.Blip = world.Plan.Physics.FailoverBlip
        );
}
