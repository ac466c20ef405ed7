using Acceptance.Cloud;
using Acceptance.Cloud.Secrets;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs;
using Acceptance.Runs.Climbing;
using Acceptance.Runs.Scenarios;
using Acceptance.Steps.Scenarios;

namespace Acceptance.Steps.Tests.Scenarios;

/// <summary>S17, S18: what the runner is told it prints, and keeps in a TRX, as it stands.</summary>
public sealed class HostileVerdictTests
{
    private const string Words = "a\u001b[31m\u0007\u202eb\n::error::c\n##vso[task.complete]d \ud800e";

    [Test]
    public void What_a_scenario_shows_is_text()
    {
        var evidence = new Evidence($"{Words}", $"{Words}", Excerpt.From(Words, new()), default);
        var shown = Verdicts().Enter(Verdict.Break($"{Words}", Words, null, evidence));
        shown.Words.Split(Environment.NewLine).Should().HaveCount(3).And.OnlyContain(line => IsHarmless(line));
    }

    [Test]
    public void What_a_verdict_carries_up_is_text() =>
        IsHarmless(new VerdictException(Verdict.NotKnown($"{Words}")).Message).Should().BeTrue();

    [Test]
    public void What_a_library_throws_is_text_and_says_who_threw_it()
    {
        Redaction.OfProcess.Learn("canary-of-a-token-in-a-step");
        var stumbled = new StumbledException(new FormatException($"{Words} canary-of-a-token-in-a-step"));
        stumbled.Message.Should().StartWith("FormatException: a").And.NotContain("canary");
        stumbled.Message.Split('\n').Should().OnlyContain(line => IsHarmless(line));
        StumbledException.Words(stumbled).Should().Be(stumbled.Message);
    }

    [Test]
    public void No_secret_is_shown()
    {
        Redaction.OfProcess.Learn("canary-of-a-password-in-a-verdict");
        Verdicts()
            .Enter(Verdict.NotKnown($"it said canary-of-a-password-in-a-verdict, Bearer 0123456789"))
            .Words.ToString()
            .Should()
            .Be("not known: it said REDACTED, Bearer REDACTED");
    }

    private static ScenarioVerdicts Verdicts() => new(new CommonCauses(), () => [], () => default);

    private static bool IsHarmless(string line) =>
        !line.Any(one => char.IsControl(one) || char.IsSurrogate(one) || one is >= '\u202a' and <= '\u202e')
        && !line.TrimStart().StartsWith("::", StringComparison.Ordinal)
        && !line.Contains("##vso[", StringComparison.Ordinal);
}
