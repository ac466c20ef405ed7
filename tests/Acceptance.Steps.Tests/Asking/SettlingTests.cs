using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs.Asking;
using Acceptance.Runs.Waits;
using Acceptance.Steps.Tests.InMemory;

namespace Acceptance.Steps.Tests.Asking;

/// <summary>A state in between is looked at again within its budget; what is broken for good is not.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SettlingTests
{
    private static readonly Site Edge = new() { Name = "edge-lab", Credentials = new SiteCredentials() };

    private readonly HandClock _clock = new();
    private int _looks;

    [Test]
    public async Task What_settles_is_kept_and_says_so()
    {
        var verdict = await Ask(look => look >= 3, settles: true);
        verdict.Should().BeOfType<Verdict.Kept>();
        verdict.Sentence.ToString().Should().Be("all is at rest; it settled within 30 s");
        _looks.Should().Be(3);
    }

    [Test]
    public async Task What_does_not_settle_is_broken_when_the_budget_is_spent()
    {
        (await Ask(_ => false, settles: true)).Should().BeOfType<Verdict.Broken>();
        _looks.Should().Be(21, "five minutes are twenty looks of fifteen seconds after the first");
    }

    [Test]
    public async Task What_is_broken_for_good_is_looked_at_once()
    {
        (await Ask(look => look >= 2, settles: false)).Should().BeOfType<Verdict.Broken>();
        _looks.Should().Be(1);
    }

    private Task<Verdict> Ask(Func<int, bool> atRest, bool settles)
    {
        var looks = FactKey<int>.Still("looks", _ => Read.Seen(++_looks));
        var check = new Check
        {
            Id = "at-rest",
            Promise = "all is at rest",
            Rung = "juju",
            Facts = [looks],
            Judgement = sheet =>
                sheet.Judge(
                    looks,
                    (look, evidence) =>
                        atRest(look)
                            ? Verdict.Keep($"all is at rest", evidence)
                            : new Verdict.Broken([
                                new Finding($"it moves", "a/0", null, evidence) { MaySettle = settles },
                            ])
                ),
        };
        var cloud = Port<ICloud>.That((nameof(ICloud.Clock), _ => _clock), (nameof(ICloud.Site), _ => Edge));
        var facts = new FactBook(cloud);
        return new Inquiry(facts, new Gatekeeper(_clock, Edge, _clock, _ => { })).Ask(check);
    }
}
