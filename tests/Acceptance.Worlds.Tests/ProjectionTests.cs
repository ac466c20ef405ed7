using Acceptance.Cloud;
using Acceptance.Cloud.Facts;

namespace Acceptance.Worlds.Tests;

/// <summary>The projection knows every fact.</summary>
public sealed class ProjectionTests
{
    private static IEnumerable<FactKey> Keys => AllFacts.Keys;

    [Test]
    public void Keys_of_both_assemblies_are_found() =>
        AllFacts.Keys.Should().HaveCountGreaterThan(45).And.OnlyHaveUniqueItems(key => key.Id);

    /// <summary>
    /// Of a healthy world each fact is seen, but for what only a deed of a run sees, and the diagnosis of a scope that
    /// nobody refused. A fact that the projection does not know is unread, and fails here.
    /// </summary>
    [TestCaseSource(nameof(Keys))]
    public async Task A_fact_of_a_healthy_world_is_seen(FactKey key)
    {
        var world = WirelessWorld.Make(DrawnWorlds.Of(12));
        var reading = (await world.Facts().Gather([key])).Readings[key];
        if (AllFacts.IsWitnessed(reading) || key == IdentityFacts.ScopeDiagnosis)
            return;
        reading.GetType().Name.Should().Be("Seen", $"{reading}");
    }

    [Test]
    public async Task A_fact_that_rests_on_what_the_projection_does_not_know_is_told_apart()
    {
        var stranger = FactKey<IReadOnlyList<Cloud.Hypervisor.Domain>>.Moving(
            "a fact of tomorrow",
            source => source.Cloud.Hypervisor.Domains()
        );
        var world = WirelessWorld.Make(DrawnWorlds.Of(12));
        (await FactImage.Of(world.Facts(), stranger)).Should().Equal(" unread: NotEmulated");
    }

    [Test]
    public async Task What_is_no_reading_is_refused()
    {
        var world = WirelessWorld.Make(DrawnWorlds.Of(12));
        var answer = await world.Cloud.OpenStack.Network.DeletePort(Cloud.OpenStack.Scope.Admin, "any");
        answer.Should().BeOfType<Reading<Done>.Unread>().Which.Why.Should().Be(Unreadable.NotPermitted);
    }
}
