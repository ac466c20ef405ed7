using Acceptance.Cloud.Twin.World;

namespace Acceptance.Twin.Tests;

/// <summary>The clock jumps when everybody who polls on it sleeps; who has gone holds nobody back.</summary>
public sealed class ClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private VirtualClock _clock = null!;

    [SetUp]
    public void Begin() => _clock = new VirtualClock(Start);

    [Test]
    public async Task Nobody_jumps_past_another_pollers_deadline()
    {
        using var first = _clock.Join();
        using var second = _clock.Join();
        var late = first.Sleep(TimeSpan.FromSeconds(30));
        late.IsCompleted.Should().BeFalse();
        await second.Sleep(TimeSpan.FromSeconds(10));
        _clock.GetUtcNow().Should().Be(Start.AddSeconds(10));
        late.IsCompleted.Should().BeFalse();
    }

    [TestCase(true), TestCase(false)]
    public async Task A_poller_that_was_killed_in_its_sleep_holds_nobody_back(bool leavesFirst)
    {
        using var waiting = _clock.Join();
        using var gone = new CancellationTokenSource();
        var killed = _clock.Join();
        using var awake = _clock.Join();
        var sleep = killed.Sleep(TimeSpan.FromHours(1), gone.Token);
        // The two ends of a killed process, its held connection and its request, reach the twin in any order.
        if (leavesFirst)
            killed.Dispose();
        await gone.CancelAsync();
        if (!leavesFirst)
            killed.Dispose();
        sleep.IsCanceled.Should().BeTrue();

        awake.Dispose();
        await waiting.Sleep(TimeSpan.FromSeconds(5));
        _clock.GetUtcNow().Should().Be(Start.AddSeconds(5));
        _clock.Joined.Should().Be(1);
    }

    [Test]
    public async Task A_sleep_with_a_place_given_up_moves_the_clock_as_one_without()
    {
        var left = _clock.Join();
        left.Dispose();
        await left.Sleep(TimeSpan.FromSeconds(5));
        await _clock.Sleep(TimeSpan.FromSeconds(5));
        _clock.GetUtcNow().Should().Be(Start.AddSeconds(10));
    }
}
