using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Recovery;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Recovery;

public class LadderTests
{
    [Test]
    public void The_rungs_stand_in_the_order_of_the_layers() =>
        Ladder
            .Rungs.Select(rung => rung.Name)
            .Should()
            .Equal(
                "site",
                "jumphost",
                "juju",
                "machines",
                "mysql",
                "vault",
                "ovn",
                "haproxy",
                "keystone",
                "vips",
                "hypervisors",
                "octavia",
                "mgmt-vm",
                "mgmt-k8s",
                "capi",
                "magnum",
                "workload"
            );

    [Test]
    public void Every_rung_says_what_it_means() => Ladder.Rungs.Should().OnlyContain(rung => rung.Means.Length > 10);

    [Test]
    public void A_height_is_counted_from_the_bottom()
    {
        Ladder.Height("site").Should().Be(0);
        Ladder.Height("workload").Should().Be(Ladder.Rungs.Count - 1);
    }

    [Test]
    public void A_rung_that_somebody_answers_for_holds_nothing_back()
    {
        var waiver = new SiteWaiver
        {
            Item = "restart-3",
            Owner = "M. Okafor",
            Reason = "a drill",
            Expires = Facts.Now.AddDays(1),
        };
        var sealedVault = Verdict.Break($"sealed", "vault/0", "restart-3");
        var vault = Ladder.Rungs[Ladder.Height("vault")];
        Ladder.HoldsBack([new(vault, sealedVault, Facts.Now)], "magnum").Should().NotBeNull();
        Ladder.HoldsBack([new(vault, new Verdict.Waived(waiver, sealedVault), Facts.Now)], "magnum").Should().BeNull();
    }

    [Test]
    public void No_rung_is_refused_with_the_legal_ones() =>
        FluentActions
            .Invoking(() => Ladder.Height("rabbit"))
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("'rabbit' is no rung: legal are site, jumphost, juju,*workload.*");

    [Test]
    public void A_red_rung_holds_back_its_own_layer_and_what_stands_on_it()
    {
        RungRecord[] tried =
        [
            Tried(4, Facts.Keep()),
            Tried(5, Verdict.Break($"vault/1 is sealed", "vault/1", "restart-3")),
        ];
        Ladder.HoldsBack(tried, "mysql").Should().BeNull();
        foreach (var layer in new[] { "vault", "workload" })
        {
            var held = Ladder.HoldsBack(tried, layer).Should().BeOfType<Verdict.Blocked>().Subject;
            held.Rung.Should().Be("vault");
            held.Because.ToString().Should().Be("vault/1 is sealed");
            held.Causes.Should().Equal(new Cause(CauseKind.KnownIssue, "restart-3", "vault/1"));
        }
    }

    [TestCaseSource(typeof(Seeds), nameof(Seeds.All))]
    public void The_lowest_red_is_the_cause_and_all_that_stands_on_it_is_held_back(int seed)
    {
        var tried = Climbed(new Random(seed));
        var lowest = Array.FindIndex(tried, one => IsRed(one.Verdict));

        Ladder.Red([.. tried.Reverse()]).Should().Be(lowest < 0 ? null : tried[lowest]);
        foreach (var rung in Ladder.Rungs)
        {
            string[] carriers = [.. Ladder.Carriers(rung.Name), rung.Name];
            var cause = Array.Find(tried, one => carriers.Contains(one.Rung.Name) && IsRed(one.Verdict));
            var held = Ladder.HoldsBack(tried, rung.Name) as Verdict.Blocked;
            held?.Rung.Should().Be(cause?.Rung.Name);
            (held is null).Should().Be(cause is null, "{0} stands on {1}", rung.Name, carriers);
        }
    }

    private static readonly Verdict[] Green =
    [
        Facts.Keep(),
        new Verdict.Recovered($"again", $"a restart"),
        new Verdict.NotAsked($"not here"),
    ];

    private static readonly Verdict[] Red =
    [
        Verdict.Break($"red", "x", null),
        Verdict.NotKnown($"unread"),
        new Verdict.NotPermitted($"x", Permit.Mutate),
        new Verdict.Blocked("site", $"x"),
    ];

    private static bool IsRed(Verdict? verdict) => verdict is not null && !Green.Contains(verdict);

    private static RungRecord[] Climbed(Random random) =>
        [
            .. Ladder.Rungs.Select(rung => new RungRecord(
                rung,
                random.Next(8) == 0 ? null
                    : random.Next(6) == 0 ? random.OneOf(Red)
                    : random.OneOf(Green),
                Facts.Now
            )),
        ];

    [TestCase("keystone")]
    [TestCase("vips")]
    [TestCase("hypervisors")]
    public void A_red_rung_holds_back_nothing_that_lies_beside_it(string beside) =>
        Ladder.HoldsBack([Tried(6, Verdict.Break($"not connected", "ovn-chassis/1", null))], beside).Should().BeNull();

    [Test]
    public void What_carries_a_rung_lies_below_it()
    {
        foreach (var rung in Ladder.Rungs)
            Ladder.Carriers(rung.Name).Should().NotContain(name => Ladder.Height(name) >= Ladder.Height(rung.Name));
        Ladder.Carriers("workload").Should().HaveCount(Ladder.Rungs.Count - 1, "it stands on all the others");
    }

    private static RungRecord Tried(int height, Verdict verdict) => new(Ladder.Rungs[height], verdict, Facts.Now);
}
