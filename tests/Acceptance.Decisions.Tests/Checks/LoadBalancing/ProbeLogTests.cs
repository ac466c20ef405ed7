using Acceptance.Decisions.Checks.LoadBalancing;

namespace Acceptance.Decisions.Tests.Checks.LoadBalancing;

public class ProbeLogTests
{
    [TestCase("", 0, 0)]
    [TestCase("+++", 0, 0)]
    [TestCase("+--+", 1, 2)]
    [TestCase("--+", 0, 2)]
    [TestCase("+-+--+-+", 3, 2)]
    [TestCase("+--+--+", 1, 2)]
    [TestCase("+---", 1, 2)]
    [TestCase("-", 0, 0)]
    public void The_longest_gap_is_from_the_first_unanswered_to_the_next_answer(string log, int from, int seconds) =>
        Parse(log)
            .LongestGap.Should()
            .Be(new Gap(log.Length == 0 ? default : Facts.Now.AddSeconds(from), TimeSpan.FromSeconds(seconds)));

    [TestCaseSource(typeof(Seeds), nameof(Seeds.All))]
    public void A_gap_that_was_made_is_read_within_one_interval(int seed)
    {
        var random = new Random(seed);
        var interval = TimeSpan.FromSeconds(random.OneOf(0.5, 1.0));
        var (from, length) = (
            TimeSpan.FromSeconds(10 + random.NextDouble() * 30),
            TimeSpan.FromSeconds(random.NextDouble() * 90)
        );
        var log = new ProbeLog([
            .. Enumerable
                .Range(0, 400)
                .Select(index => interval * index)
                .Select(at => (Facts.Now + at, at < from || at >= from + length)),
        ]);
        (log.LongestGap.Length - length).Duration().Should().BeLessThanOrEqualTo(interval);
    }

    private static ProbeLog Parse(string log) =>
        new([.. log.Select((letter, index) => (Facts.Now.AddSeconds(index), letter == '+'))]);
}
