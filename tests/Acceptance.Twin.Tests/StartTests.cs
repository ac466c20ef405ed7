using System.Net.Http;

namespace Acceptance.Twin.Tests;

/// <summary>
/// Twins that start at the same moment take a block each: who loses the race for one goes on to the next.
/// </summary>
public sealed class StartTests
{
    [Test]
    public async Task Twins_that_start_at_once_take_a_block_each()
    {
        using var gun = new Barrier(6);
        var twins = await Task.WhenAll(
            Enumerable
                .Range(0, gun.ParticipantCount)
                .Select(_ =>
                    Task.Factory.StartNew(
                        () =>
                        {
                            gun.SignalAndWait();
                            return Cloud.Twin.Twin.Start();
                        },
                        TaskCreationOptions.LongRunning
                    )
                )
        );
        try
        {
            twins.Select(twin => twin.Block).Should().OnlyHaveUniqueItems();
            using var client = new HttpClient();
            foreach (var twin in twins)
                (await client.GetStringAsync(new Uri(twin.Control, "clock"))).Should().NotBeEmpty();
        }
        finally
        {
            foreach (var twin in twins)
                await twin.DisposeAsync();
        }
    }
}
