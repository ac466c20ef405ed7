using Acceptance.Cloud;
using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Verdicts;

public class VerdictTests
{
    private static readonly SiteWaiver Waiver = new()
    {
        Item = "D-011.7",
        Owner = "M. Okafor",
        Reason = "later",
        Expires = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero),
    };

    private static readonly Verdict Broken = Verdict.Break($"vault/1 is sealed", "vault/1", "restart-3");

    private static readonly Verdict[] OneOfEach =
    [
        Verdict.Keep($"all is well"),
        Broken,
        new Verdict.Recovered($"it serves", $"a restart"),
        new Verdict.Blocked("vault", $"sealed"),
        new Verdict.Waived(Waiver, Broken),
        new Verdict.NotAsked($"no Magnum here"),
        new Verdict.NotPermitted($"a create", Permit.Mutate),
        Verdict.NotKnown($"nothing was seen", "juju-macaroon"),
    ];

    [Test]
    public void Every_case_has_its_own_word_and_a_sentence()
    {
        OneOfEach
            .Select(one => one.Word)
            .Should()
            .Equal("kept", "broken", "recovered", "held back", "waived", "not asked", "not permitted", "unknown");
        OneOfEach
            .Select(one => one.Sentence.ToString())
            .Should()
            .Equal(
                $"all is well",
                $"vault/1 is sealed",
                $"it serves (after: a restart)",
                $"held back by vault: sealed",
                $"waived by M. Okafor until 2026-11-30: later (underneath: vault/1 is sealed)",
                $"not asked: no Magnum here",
                $"not permitted: a create needs the permit mutate",
                $"not known: nothing was seen"
            );
    }

    [Test]
    public void The_samples_are_every_case_there_is() =>
        typeof(Verdict)
            .GetNestedTypes()
            .Where(type => type.IsSubclassOf(typeof(Verdict)))
            .Should()
            .BeEquivalentTo(OneOfEach.Select(one => one.GetType()));

    [Test]
    public void What_came_of_a_finding_is_told_behind_it_and_changes_nothing_else()
    {
        var broken = new Verdict.Broken([
            new($"the VM is SHUTOFF", "mgmt", "D-041", Facts.Read),
            new($"a node is tainted", "node-0", "uninitialized-taint", Facts.Read),
        ]);
        broken
            .And($"so the wait was given up")
            .Findings.Should()
            .Equal(
                broken.Findings[0] with
                {
                    Sentence = $"the VM is SHUTOFF; so the wait was given up",
                },
                broken.Findings[1]
            );
    }

    [Test]
    public void Only_kept_recovered_and_waived_pass() =>
        OneOfEach.Where(one => one.Passes).Select(one => one.Word).Should().Equal("kept", "recovered", "waived");

    [Test]
    public void A_broken_an_unknown_and_what_is_waived_route_to_their_entry() =>
        OneOfEach
            .Select(one => one.RoutesTo)
            .Should()
            .Equal(null, "restart-3", null, null, "restart-3", null, null, "juju-macaroon");

    [Test]
    public void A_broken_routes_to_the_first_entry_that_is_known() =>
        new Verdict.Broken([
            new($"a", "a", null, Evidence.None),
            new($"b", "b", "D-045", Evidence.None),
            new($"c", "c", "D-040", Evidence.None),
        ])
            .RoutesTo.Should()
            .Be("D-045");

    [Test]
    public void Without_findings_it_is_kept_and_with_any_it_is_broken()
    {
        Verdict.From([], () => $"seen", Facts.Read).Should().Be(Verdict.Keep($"seen", Facts.Read));
        Verdict.From([new Finding($"a", "b", null, Evidence.None)], () => $"seen").Should().BeOfType<Verdict.Broken>();
    }

    [Test]
    public void The_worst_of_several_comes_out()
    {
        string[] order =
        [
            "broken",
            "unknown",
            "held back",
            "not permitted",
            "waived",
            "recovered",
            "kept",
            "not asked",
        ];
        foreach (var (worse, index) in order.Select((word, index) => (word, index)))
        {
            foreach (var other in order.Skip(index))
                All(other, worse).Should().Be(worse, "{0} is beside it", other);
        }

        string All(params string[] words) =>
            Verdict.All([.. words.Select(word => OneOfEach.First(one => one.Word == word))]).Word;
    }

    [Test]
    public void Nothing_judged_proves_nothing() => Verdict.All().Word.Should().Be("unknown");

    [TestCaseSource(typeof(Seeds), nameof(Seeds.All))]
    public void The_sum_of_verdicts_is_never_better_than_its_parts(int seed)
    {
        var random = new Random(seed);
        var parts = random.Some(1, 6, () => random.OneOf(OneOfEach));
        var all = Verdict.All(parts);
        all.Passes.Should().Be(parts.All(one => one.Passes || one is Verdict.NotAsked) && parts.Any(one => one.Passes));
        if (all is Verdict.Broken broken)
            broken.Findings.Should().HaveCount(parts.Count(one => one is Verdict.Broken));
    }
}
