using System.CommandLine.Parsing;
using System.Globalization;
using Acceptance.Cloud.Twin.World;

namespace Acceptance.Cli.Twins;

/// <summary>How large a twin's cloud is.</summary>
internal sealed record Scale(int Hosts, int Servers, int LoadBalancers)
{
    private const int FewestHosts = 4;
    private const int MostHosts = 1000;
    private const int Most = 10_000;

    // gp.small, an amphora, and what stands in an accepted world; MB.
    private const int OfServer = 2048;
    private const int OfBalancer = 1024;
    private const int Standing = 40_960;

    public WorldPlan Of(WorldPlan plan) =>
        plan with
        {
            Hosts = [.. Enumerable.Range(0, Hosts).Select(number => $"openstack{number}")],
            Servers = Servers,
            LoadBalancers = LoadBalancers,
        };

    public static Scale? Parse(ArgumentResult given)
    {
        var text = given.Tokens.Single().Value;
        var scale = new Scale(FewestHosts, 0, 0);
        foreach (var part in text.Split(','))
        {
            var (name, number) =
                part.Split('=') is [var word, var digits]
                && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
                    ? (word, parsed)
                    : (part, -1);
            if (With(scale, name, number) is not { } next)
                return Refused(
                    given,
                    $"found '{part}'; allowed: hosts={FewestHosts} to {MostHosts}, servers=0 to {Most}, "
                        + $"loadbalancers=0 to {Most}, separated by commas"
                );
            scale = next;
        }

        var plan = new WorldPlan { Start = default };
        var ofHost = (long)((plan.HostMemoryMb - plan.ReservedHostMemoryMb) * plan.RamAllocationRatio);
        var wanted =
            Standing
            + ((long)Math.Max(0, scale.Servers - scale.LoadBalancers) * OfServer)
            + ((long)scale.LoadBalancers * OfBalancer);
        return wanted <= scale.Hosts * ofHost
            ? scale
            : Refused(
                given,
                $"found {scale.Servers} servers and {scale.LoadBalancers} load balancers on {scale.Hosts} "
                    + $"hosts; allowed: what their memory holds: hosts={(wanted + ofHost - 1) / ofHost} for these"
            );
    }

    private static Scale? With(Scale scale, string name, int number) =>
        (name, number) switch
        {
            ("hosts", >= FewestHosts and <= MostHosts) => scale with { Hosts = number },
            ("servers", >= 0 and <= Most) => scale with { Servers = number },
            ("loadbalancers", >= 0 and <= Most) => scale with { LoadBalancers = number },
            _ => null,
        };

    private static Scale? Refused(ArgumentResult given, string sentence)
    {
        given.AddError($"--scale: {sentence}");
        return null;
    }
}
