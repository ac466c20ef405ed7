using System.Globalization;
using System.Text.RegularExpressions;
using Acceptance.Conformance.Tests.Runbooks.Gates;
using Acceptance.Conformance.Tests.Runbooks.Running;

namespace Acceptance.Conformance.Tests.Runbooks;

/// <summary>
/// Hosts filled to the ceiling: each failover ends in FAILED and leaves a zombie; a guest that is off frees nothing,
/// one that is shelved or deleted does (FACTS 0.16).
/// </summary>
[TestFixture]
[Category("RealClients")]
[Category("Runbook")]
public sealed partial class HeadroomTests
{
    private const string Ask = "source ~/admin-openrc\n";
    private const string Guest = "$(openstack server list --all-projects --name '^batch-openstack0-1$' -f value -c ID)";
    private const string Again =
        "openstack loadbalancer failover 0f968008-8429-4ac3-8b82-452e126982cf; sleep 180; "
        + "openstack loadbalancer show 0f968008-8429-4ac3-8b82-452e126982cf -f value -c provisioning_status\n";
    private const string Spans = """
        curl -s "${ACCEPTANCE_CONTROL}log" | jq -r '[.[]|select(.verb=="PUT" and (.url|endswith("/failover")))|.at][0]'
        openstack loadbalancer show 0f968008-8429-4ac3-8b82-452e126982cf -f value -c updated_at
        """;

    [Test]
    public void A_blind_retry_mints_a_zombie_each_time_and_only_a_freed_allocation_helps()
    {
        Operator.NeedsClients();
        var ran = FailedOver();

        ran["capi-5c"].Output.Should().Contain("failover FAILED -- read octavia-worker.log; do NOT retry blind");
        var times = Times()
            .Matches(ran["spans"].Output)
            .Select(at => DateTimeOffset.Parse(at.Value + "Z", CultureInfo.InvariantCulture))
            .ToArray();
        (times[1] - times[0])
            .Should()
            .BeCloseTo(
                TimeSpan.FromSeconds(15),
                TimeSpan.FromSeconds(5),
                "the scheduler says no after 10 to 20 s of cloud time"
            );
        Zombies(ran["capi-5a"].Output).Should().Be(1);
        Last(ran["again"]).Should().Be("ERROR");
        Zombies(ran["capi-5a-2"].Output).Should().Be(2);
        Last(ran["off"]).Should().Be("ERROR", "a guest that is off keeps its allocation");
        Last(ran["shelved"]).Should().Be("ACTIVE", "a guest that is shelved and offloaded gives its allocation back");
        Last(ran["full"]).Should().Be("ERROR");
        Last(ran["deleted"]).Should().Be("ACTIVE", "a guest that is gone gives its allocation back");
    }

    private static IReadOnlyDictionary<string, Ran> FailedOver()
    {
        var (failover, sweep) = (GateTable.Of("capi-5c"), GateTable.Of("capi-5a"));
        using var evening = new Evening(Operator.Self);
        evening
            .Strike("amphora-headroom")
            .Run(failover)
            .Script("spans", Ask + Spans)
            .Run(sweep)
            .Script("again", Ask + Again)
            .Run(sweep, named: "capi-5a-2")
            .Script("off", $"{Ask}openstack server stop {Guest}; sleep 60; {Again}")
            .Script("shelved", $"{Ask}openstack server shelve --offload {Guest}; sleep 60; {Again}")
            .Strike("amphora-headroom")
            .Script("full", Ask + Again)
            .Script("deleted", $"{Ask}openstack server delete {Guest}; sleep 60; {Again}");
        var ran = evening.InTwin("accepted");
        foreach (var (name, one) in ran)
            BlockReport.Told($"##### headroom {name}\n{one.Output}");
        return ran;
    }

    /// <summary>Amphora servers of Nova's that Octavia has no row for.</summary>
    private static int Zombies(string sweep)
    {
        var rows = Row().Matches(sweep).Select(match => match.Groups[1].Value).ToHashSet();
        return Server().Matches(sweep).Count(match => !rows.Contains(match.Groups[1].Value));
    }

    private static string Last(Ran ran) => ran.Output.Trim().Split('\n')[^1];

    [GeneratedRegex(@"\bid: ([0-9a-f-]{36})")]
    private static partial Regex Row();

    [GeneratedRegex(@"Name: amphora-([0-9a-f-]{36})")]
    private static partial Regex Server();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")]
    private static partial Regex Times();
}
