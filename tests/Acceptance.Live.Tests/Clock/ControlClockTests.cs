using Acceptance.Cloud.Live.Clock;
using Acceptance.Cloud.Twin;

namespace Acceptance.Live.Tests.Clock;

public sealed class ControlClockTests
{
    [Test]
    public async Task A_sleep_on_a_twins_clock_moves_it_by_the_span()
    {
        await using var twin = Twin.Start();
        using var clock = new ControlClock(twin.Control);
        var before = clock.Now;
        await using var sleeper = await clock.Join();
        await sleeper.Sleep(TimeSpan.FromMinutes(21));
        clock.Now.Should().Be(before + TimeSpan.FromMinutes(21));
    }

    [Test]
    public async Task A_clock_that_points_elsewhere_is_not_followed()
    {
        await using var elsewhere = Loopback.Serve(http => Task.CompletedTask);
        await using var server = Loopback.Serve(http =>
        {
            http.Response.StatusCode = 307;
            http.Response.Headers.Location = elsewhere.At.ToString();
            return Task.CompletedTask;
        });
        using var clock = new ControlClock(server.At);
        var asked = () => clock.Now;
        asked.Should().Throw<ClockUnreachableException>();
        elsewhere.Asked.Should().BeEmpty();
    }

    [Test]
    public async Task Time_stands_while_one_who_joined_is_awake()
    {
        await using var twin = Twin.Start();
        using var clock = new ControlClock(twin.Control);
        var before = clock.Now;
        await using var awake = await clock.Join();
        await using var asleep = await clock.Join();
        var sleep = asleep.Sleep(TimeSpan.FromHours(1));
        clock.Now.Should().Be(before);
        sleep.IsCompleted.Should().BeFalse();
        await awake.Sleep(TimeSpan.FromMinutes(10));
        clock.Now.Should().Be(before + TimeSpan.FromMinutes(10));
    }

    [Test]
    public async Task Who_leaves_holds_nobody_back()
    {
        await using var twin = Twin.Start();
        using var clock = new ControlClock(twin.Control);
        var leaving = await clock.Join();
        await using var staying = await clock.Join();
        var sleep = staying.Sleep(TimeSpan.FromHours(1));
        await leaving.DisposeAsync();
        await sleep;
        sleep.IsCompletedSuccessfully.Should().BeTrue();
    }

    [Test]
    public async Task A_library_that_takes_a_time_provider_waits_on_it()
    {
        await using var twin = Twin.Start();
        using var clock = new ControlClock(twin.Control);
        var before = clock.Now;
        var fired = new TaskCompletionSource();
        await using var timer = clock.TimeProvider.CreateTimer(
            _ => fired.SetResult(),
            null,
            TimeSpan.FromMinutes(5),
            Timeout.InfiniteTimeSpan
        );
        await fired.Task;
        clock.TimeProvider.GetUtcNow().Should().Be(before + TimeSpan.FromMinutes(5));
    }

    [Test]
    public void A_clock_that_is_not_there_is_named()
    {
        using var clock = new ControlClock(new Uri("http://127.0.0.1:1/"));
        clock
            .Invoking(it => it.Now)
            .Should()
            .Throw<ClockUnreachableException>()
            .WithMessage("The clock at http://127.0.0.1:1/ (the site's clock.at) does not answer*");
    }
}
