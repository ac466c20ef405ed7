using Acceptance.Cloud;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Verdicts;

public class JudgingTests
{
    [Test]
    public void What_was_seen_is_judged_with_its_evidence() =>
        Facts
            .Seen(7)
            .Judge((value, evidence) => Verdict.Keep($"{value}", evidence))
            .Should()
            .Be(Verdict.Keep($"7", Facts.Read));

    [Test]
    public void What_was_not_read_is_never_green([Values] Unreadable why)
    {
        var verdict = Facts.Unread<int>(why, "no answer").Judge((_, _) => Facts.Keep());
        verdict.Passes.Should().BeFalse();
        verdict.Word.Should().Be(why == Unreadable.NotPermitted ? "not permitted" : "unknown");
        verdict.RoutesTo.Should().Be(why == Unreadable.LoginNeeded ? "juju-macaroon" : null);
        verdict.Sentence.ToString().Should().Contain("no answer");
    }

    /// <summary>What must answer and does not is itself broken, unless the reason lies with us.</summary>
    [Test]
    public void What_must_answer_and_does_not_is_broken([Values] Unreadable why)
    {
        var ours =
            why
            is Unreadable.NotPermitted
                or Unreadable.LoginNeeded
                or Unreadable.NotOursToRead
                or Unreadable.NotEmulated;
        var verdict = Facts.Unread<int>(why, "no answer").JudgeMust("the VIP", "D-045", (_, _) => Facts.Keep());
        verdict
            .Should()
            .Match<Verdict>(one =>
                ours ? one is Verdict.Unknown || one is Verdict.NotPermitted : one is Verdict.Broken
            );
        if (verdict is Verdict.Broken broken)
            broken.Findings.Should().Equal(new Finding($"no answer", "the VIP", "D-045", Facts.Read));
    }

    [Test]
    public void What_must_answer_and_does_is_judged() =>
        Facts.Seen(7).JudgeMust("x", null, (_, _) => Facts.Keep()).Should().Be(Facts.Keep());
}
