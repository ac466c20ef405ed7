using Acceptance.Cloud.Twin.World;

namespace Acceptance.Cloud.Twin.Faults.Endpoints;

/// <summary>
/// Public endpoints that answer amiss: what stands between a client and a healthy service can do this to any of them.
/// </summary>
internal static class EndpointFaults
{
    private static readonly (string Suffix, string Says, Misbehaviour How, int Status)[] Ways =
    [
        ("half", "sends half of each answer and closes the connection", Misbehaviour.HalfWritten, 200),
        ("garbled", "answers 200 with what is no JSON", Misbehaviour.Garbled, 200),
        ("5xx", "answers 503 with a proxy's error page", Misbehaviour.Status, 503),
        ("429", "answers 429 and asks to come back in a second, every time", Misbehaviour.Status, 429),
        ("cut", "takes each request and closes the connection without an answer", Misbehaviour.Cut, 0),
        ("hangs", "takes each request and never answers", Misbehaviour.Hang, 0),
        ("slow", "answers each request a second late", Misbehaviour.Slow, 200),
    ];

    public static IEnumerable<Fault> All(WorldPlan plan) =>
        plan.Vips.Keys.SelectMany(service =>
            Ways.Select(way =>
                Of(service, way.Suffix, way.Says, new EndpointRule(service, "", way.How) { Status = way.Status })
            )
        );

    private static Fault Of(string service, string suffix, string says, EndpointRule rule) =>
        new(
            $"{service}-{suffix}",
            $"The public endpoint of {service} {says}.",
            world =>
            {
                // Struck twice it is broken once.
                world.Listeners.Remove(rule);
                world.Listeners.Add(rule);
                return $"{service} {world.Plan.Vip(service)}";
            },
            world => world.Listeners.Remove(rule)
        );
}
