using Acceptance.Cloud;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Verdicts;
using Acceptance.Decisions.Waits;
using Acceptance.Runs;
using Acceptance.Runs.Waits;
using Acceptance.Steps.Tests.InMemory;

namespace Acceptance.Steps.Tests.Waits;

/// <summary>
/// A wait ends when the state is reached, when it cannot be reached any more, or when its budget is spent; and it
/// says what it waits for.
/// </summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class GatekeeperTests
{
    private const string Budget = "cluster create",
        Reason = "the cluster edge-1 completes";
    private static readonly Evidence Read = new($"GET /", $"curl /", Excerpt.None, DateTimeOffset.UnixEpoch);
    private readonly HandClock _clock = new();
    private readonly List<string> _said = [];
    private int _looked;

    private Gatekeeper Keeper(params IReadOnlyDictionary<string, TimeSpan>[] budgets) =>
        new(
            _clock,
            new Site
            {
                Name = "edge-lab",
                Credentials = new SiteCredentials(),
                Budgets = budgets.FirstOrDefault() ?? new Dictionary<string, TimeSpan>(),
            },
            _clock,
            line => _said.Add(line.ToString())
        );

    private Func<Task<Observation<string>>> After(int looks, Observation<string> then) =>
        () => Task.FromResult(++_looked > looks ? then : new Observation<string>.NotYet($"CREATE_IN_PROGRESS", Read));

    private static Verdict.Broken Because(string sentence, string entry) =>
        (Verdict.Broken)Verdict.Break($"{sentence}", "edge-mgmt", entry, Read);

    private async Task<Finding> Stopped(
        Gatekeeper keeper,
        Func<Task<Observation<string>>> look,
        ILookBelow? below = null
    )
    {
        var thrown = await keeper
            .Awaiting(one => one.Until(Budget, Reason, "edge-1", look, below))
            .Should()
            .ThrowAsync<VerdictException>();
        _clock.Pollers.Should().Be(0, "who has ended holds no clock");
        return thrown.Which.Verdict.Should().BeOfType<Verdict.Broken>().Which.Findings[0];
    }

    [Test]
    public async Task Reached_it_returns_what_was_seen_after_as_many_intervals_as_it_took()
    {
        (await Keeper().Until(Budget, Reason, "edge-1", After(3, new Observation<string>.Reached("CREATE_COMPLETE"))))
            .Should()
            .Be("CREATE_COMPLETE");
        _clock.Slept.Should().Equal(Enumerable.Repeat(Budgets.ByName[Budget].Interval, 3));
        _clock.Pollers.Should().Be(0);
    }

    [Test]
    public async Task A_state_that_cannot_become_right_ends_the_wait_at_once_with_its_own_entry()
    {
        var finding = await Stopped(
            Keeper(),
            After(1, new Observation<string>.Never($"CREATE_FAILED: no host", "amphora-headroom", Read))
        );
        finding.Sentence.ToString().Should().Be($"waited 30 s until {Reason}: CREATE_FAILED: no host");
        finding.Entry.Should().Be("amphora-headroom");
        _clock.Slept.Should().ContainSingle();
    }

    [Test]
    public async Task The_budget_of_the_site_counts_and_the_sentence_names_it()
    {
        var finding = await Stopped(
            Keeper(new Dictionary<string, TimeSpan> { [Budget] = TimeSpan.FromMinutes(2) }),
            After(int.MaxValue, null!)
        );
        finding
            .Sentence.ToString()
            .Should()
            .Be($"waited 2 min until {Reason} (the budget \"{Budget}\", from the site): still CREATE_IN_PROGRESS");
        finding.Victim.Should().Be("edge-1");
        _clock.Slept.Should().HaveCount(4);
    }

    [Test]
    public async Task What_two_looks_below_see_ends_the_wait_and_is_told_instead_of_it()
    {
        var below = new LooksBelow(Because("edge-mgmt is SHUTOFF", "D-041"));
        var finding = await Stopped(Keeper(), After(int.MaxValue, null!), below);
        finding.Entry.Should().Be("D-041");
        finding
            .Sentence.ToString()
            .Should()
            .Be($"edge-mgmt is SHUTOFF; so the wait until {Reason} was given up after 2 min at CREATE_IN_PROGRESS");
        below.Looks.Should().Be(2, "once a minute");
    }

    [Test]
    public async Task What_one_look_below_saw_and_the_next_did_not_ends_nothing()
    {
        var below = new LooksBelow(Because("edge-mgmt is SHUTOFF", "D-041"), null);
        (
            await Keeper()
                .Until(Budget, Reason, "edge-1", After(20, new Observation<string>.Reached("CREATE_COMPLETE")), below)
        )
            .Should()
            .Be("CREATE_COMPLETE");
        below.Looks.Should().BeGreaterThan(2);
    }

    [Test]
    public async Task It_says_every_ten_seconds_of_the_wall_what_it_waits_for_since_when_and_what_it_last_saw()
    {
        await Keeper().Until(Budget, Reason, "edge-1", After(2, new Observation<string>.Reached("CREATE_COMPLETE")));
        _said
            .Should()
            .ContainSingle()
            .Which.Should()
            .Be($"waiting since 22:10:00 (30 s of 45 min) until {Reason}; last seen: CREATE_IN_PROGRESS");
    }

    [Test]
    public async Task A_probe_beside_an_action_looks_at_a_steady_interval_until_it_is_done()
    {
        await Keeper().Meanwhile(TimeSpan.FromSeconds(0.5), () => _looked == 5, () => Task.FromResult(++_looked));
        _clock.Slept.Should().Equal(Enumerable.Repeat(TimeSpan.FromSeconds(0.5), 5));
        _clock.Pollers.Should().Be(0);
    }
}
