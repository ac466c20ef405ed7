using Acceptance.Cloud.Sites;

namespace Acceptance.Decisions.Waits;

/// <summary>
/// Waits by name, each with how long it may take and how often to look, in cloud time. A site may overrule any.
/// </summary>
public static class Budgets
{
    /// <summary>Name -> (budget, interval, where it comes from).</summary>
    public static IReadOnlyDictionary<string, Budget> ByName { get; } =
        new[]
        {
            new Budget(
                "image import",
                TimeSpan.FromMinutes(20),
                TimeSpan.FromSeconds(15),
                "phase-08 8.0: allow ~10 min"
            ),
            new Budget(
                "cluster create",
                TimeSpan.FromMinutes(45),
                TimeSpan.FromSeconds(30),
                "phase-08 8.2: 40 polls of 30 s are 20 min, twice that for a slow host"
            ),
            new Budget("cluster delete", TimeSpan.FromMinutes(20), TimeSpan.FromSeconds(15), "phase-08 8.5"),
            new Budget("nodes ready", TimeSpan.FromMinutes(15), TimeSpan.FromSeconds(15), "phase-08 8.3"),
            new Budget(
                "restart window",
                TimeSpan.FromMinutes(5),
                TimeSpan.FromSeconds(60),
                "FACTS 0.14: restart counts still over a window"
            ),
            new Budget(
                "health",
                TimeSpan.FromMinutes(5),
                TimeSpan.FromSeconds(20),
                "FACTS 8.8: health poll every 60 s"
            ),
            new Budget(
                "service address",
                TimeSpan.FromMinutes(10),
                TimeSpan.FromSeconds(10),
                "D-011.4: the CCM builds the load balancer and the floating IP"
            ),
            new Budget(
                "service teardown",
                TimeSpan.FromMinutes(10),
                TimeSpan.FromSeconds(10),
                "D-011.4: load balancer, port, floating IP and amphora gone"
            ),
            new Budget(
                "pod connect",
                TimeSpan.FromMinutes(3),
                TimeSpan.FromSeconds(5),
                "phase-06, gate 2: the image is fetched, and the connect is at once or never"
            ),
            new Budget("failover", TimeSpan.FromMinutes(6), TimeSpan.FromSeconds(5), "ops-capi-recovery 5c: ~108 s"),
            new Budget(
                "failover blip",
                TimeSpan.FromSeconds(60),
                TimeSpan.FromSeconds(0.5),
                "ops-capi-recovery 5c: a brief blip of the STANDALONE amphora"
            ),
            new Budget(
                "settle",
                TimeSpan.FromMinutes(5),
                TimeSpan.FromSeconds(15),
                "FACTS 8.1: every agent runs its update-status hook each five minutes"
            ),
            new Budget(
                "octavia pending",
                TimeSpan.FromMinutes(30),
                TimeSpan.FromSeconds(30),
                "FACTS 8.7: an amphora boots in minutes, and Octavia gives one up after some twenty-five"
            ),
            new Budget(
                "capo resync",
                TimeSpan.FromMinutes(15),
                TimeSpan.FromSeconds(30),
                "ops-capi-recovery 6: allow ~10 min"
            ),
            new Budget(
                "cure",
                TimeSpan.FromMinutes(45),
                TimeSpan.FromSeconds(90),
                "appendix-A, D-041: a cold start takes 20 to 21 min, twice that for what stands on it"
            ),
        }.ToDictionary(budget => budget.Name);

    public static Budget Of(Site site, string name)
    {
        var known = ByName.TryGetValue(name, out var budget)
            ? budget
            : throw new ArgumentException(
                $"'{name}' is no budget: known are {string.Join(", ", ByName.Keys)}.",
                nameof(name)
            );
        return site.Budgets.TryGetValue(name, out var own) ? known with { Limit = own, Source = "the site" } : known;
    }
}
