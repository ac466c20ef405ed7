using Acceptance.Cloud.Permits;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs.Climbing;
using Acceptance.Steps.Tests.InMemory;

namespace Acceptance.Steps.Tests.Climbing;

/// <summary>The first who meets a cause fails with it; the same cause in other words is no news.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class CausesTests
{
    private readonly CommonCauses _causes = new();

    private static Verdict.Broken Broken(
        string words,
        string victim,
        string? entry = null,
        string by = "juju status"
    ) => (Verdict.Broken)Verdict.Break($"{words}", victim, entry, Read.By(by));

    private static Verdict.Broken Both(params Verdict.Broken[] broken) =>
        new([.. broken.SelectMany(one => one.Findings)]);

    [Test]
    public void A_known_issue_at_a_victim_is_one_cause_whoever_saw_it()
    {
        _causes.Show(Broken("vault/1 is sealed", "vault/1", "restart-3", "vault status"));
        _causes
            .ShownBefore(Broken("vault/1 waits for unsealing", "vault/1", "restart-3"), any: false)!
            .ToString()
            .Should()
            .Be("vault/1 is sealed");
        _causes.ShownBefore(Broken("vault/2 is sealed", "vault/2", "restart-3"), any: false).Should().BeNull();
        _causes.ShownBefore(Broken("vault/1 is sealed", "vault/1", "restart-1"), any: false).Should().BeNull();
    }

    [Test]
    public void Without_a_known_issue_it_is_the_same_question_about_the_same_victim()
    {
        _causes.Show(Broken("keystone/0 is blocked", "keystone/0"));
        _causes.ShownBefore(Broken("keystone/0: blocked", "keystone/0"), any: false).Should().NotBeNull();
        _causes
            .ShownBefore(Broken("keystone/0 is blocked", "keystone/0", by: "show stat"), any: false)
            .Should()
            .BeNull();
    }

    [Test]
    public void Of_several_findings_all_must_be_known_unless_the_scenario_only_relied_on_it()
    {
        _causes.Show(Broken("a", "vault/1", "restart-3"));
        var both = Both(Broken("a", "vault/1", "restart-3"), Broken("b", "mysql/0", "mysql-outage"));
        _causes.ShownBefore(both, any: false).Should().BeNull();
        _causes.ShownBefore(both, any: true)!.ToString().Should().Be("a");
        _causes
            .ShownBefore(Broken("b", "mysql/0", "mysql-outage"), any: false)!
            .ToString()
            .Should()
            .Be("a", "it was explained with it");
    }

    [Test]
    public void A_missing_permit_is_one_cause_whatever_was_wanted()
    {
        _causes.IsFirst(new Verdict.NotPermitted($"creating the cluster", Permit.Mutate)).Should().BeTrue();
        _causes.IsFirst(new Verdict.NotPermitted($"seeding the image", Permit.Mutate)).Should().BeFalse();
        _causes.IsFirst(new Verdict.NotPermitted($"removing a zombie", Permit.Destroy)).Should().BeTrue();
    }

    [Test]
    public void Held_back_by_what_a_scenario_has_failed_with_is_not_the_first()
    {
        var red = Broken("vault/1 is sealed", "vault/1", "restart-3");
        _causes.Show(red);
        _causes.IsFirst(Verdict.Hold("vault", red)).Should().BeFalse();
        var other = Both(red, Broken("vault/2 is sealed", "vault/2", "restart-3"));
        _causes.IsFirst(Verdict.Hold("vault", other)).Should().BeTrue("one of the two is news");
        _causes.IsFirst(Verdict.Hold("vault", other)).Should().BeFalse();
    }

    [Test]
    public void A_rung_that_is_red_without_an_identity_is_known_by_its_own()
    {
        var odd = Verdict.NotKnown($"nothing was judged");
        _causes.IsFirst(Verdict.Hold("vips", odd)).Should().BeTrue();
        _causes.IsFirst(Verdict.Hold("vips", Verdict.NotKnown($"still nothing"))).Should().BeFalse();
        _causes.IsFirst(Verdict.Hold("ovn", odd)).Should().BeTrue();
    }

    [Test]
    public void What_nothing_tells_apart_is_always_news()
    {
        var odd = Verdict.NotKnown($"nothing was judged");
        _causes.Show(odd);
        _causes.ShownBefore(odd, any: true).Should().BeNull();
    }

    [Test]
    public void A_question_that_was_not_answered_is_one_cause()
    {
        _causes.Show(Verdict.NotKnown($"keystone timed out", null, Read.By("openstack token issue")));
        _causes
            .ShownBefore(Verdict.NotKnown($"no answer", null, Read.By("openstack token issue")), any: false)!
            .ToString()
            .Should()
            .Be("not known: keystone timed out");
    }
}
