using Acceptance.Decisions.Recovery;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs;
using Acceptance.Runs.Climbing;
using Acceptance.Steps.Tests.InMemory;

namespace Acceptance.Steps.Tests.Climbing;

/// <summary>The ladder is climbed once, bottom up, as far as somebody needs it.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class LadderClimbTests
{
    private readonly List<string> _tried = [];
    private readonly Dictionary<string, Verdict> _red = [];
    private bool _hasWorkload;

    private LadderClimb Climb() => new(Judge, () => _hasWorkload, new HandClock());

    private Task<Verdict> Judge(string rung)
    {
        _tried.Add(rung);
        return Task.FromResult(_red.GetValueOrDefault(rung) ?? Verdict.Keep($"{rung} stands"));
    }

    private static string[] UpTo(string rung) =>
        [.. Ladder.Rungs.Take(Ladder.Height(rung) + 1).Select(one => one.Name)];

    [Test]
    public async Task It_goes_as_high_as_is_needed_in_order_and_no_rung_twice()
    {
        var climb = Climb();
        (await climb.HoldsBack("mysql")).Should().BeNull();
        _tried.Should().Equal(UpTo("mysql"));
        (await climb.HoldsBack("juju")).Should().BeNull();
        (await climb.HoldsBack("ovn")).Should().BeNull();
        _tried.Should().Equal([.. UpTo("mysql"), "ovn"], "vault lies beside ovn: nobody has asked for it");
        climb.Records.Select(record => record.Rung).Should().Equal(Ladder.Rungs);
        climb.Records.Count(record => record.Verdict is not null).Should().Be(_tried.Count);
    }

    [Test]
    public async Task What_stands_on_a_red_rung_is_not_tried_and_is_held_back_by_its_cause()
    {
        _red["vault"] = Verdict.Break($"vault/1 is sealed", "vault/1", "restart-3", Read.By("vault status"));
        var climb = Climb();
        var held = (await climb.HoldsBack("magnum")).Should().BeOfType<Verdict.Blocked>().Subject;
        held.Rung.Should().Be("vault");
        held.Causes.Should().Equal(_red["vault"].Causes);
        _tried.Should().NotContain("magnum").And.Contain("octavia", "it lies beside the red rung");
        (await climb.HoldsBack("mysql")).Should().BeNull("what lies below a red rung stands");
    }

    [Test]
    public async Task A_verdict_that_is_carried_up_is_the_rungs()
    {
        var refused = Verdict.NotKnown($"login expired", "juju-macaroon", Read.By("juju status"));
        var climb = new LadderClimb(
            rung => rung == "juju" ? throw new VerdictException(refused) : Judge(rung),
            () => false,
            new HandClock()
        );
        (await climb.HoldsBack("juju"))!.Causes.Should().Equal(refused.Causes);
        climb.Records[Ladder.Height("juju")].Verdict.Should().BeSameAs(refused);
    }

    [Test]
    public async Task The_topmost_rung_is_there_once_the_cluster_is()
    {
        var climb = Climb();
        (await climb.HoldsBack("workload")).Should().BeNull("whoever needs the cluster waits for it");
        _tried.Should().NotContain("workload");
        _hasWorkload = true;
        (await climb.HoldsBack("workload")).Should().BeNull();
        _tried.Should().EndWith(["workload"]);
    }
}
