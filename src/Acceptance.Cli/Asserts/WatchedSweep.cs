using Acceptance.Cloud;

namespace Acceptance.Cli.Asserts;

/// <summary>`--watch`: one sweep after another, until interrupted.</summary>
internal sealed class WatchedSweep(CloudSweep sweep, ICloudClock wall, AssertText text)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>Ends with the interruption alone.</summary>
    public async Task<int> Run(CancellationToken cancel)
    {
        await using var sleeper = await wall.Join(cancel);
        while (true)
        {
            text.ShowChanges(await sweep.Once(null, cancel), sweep.Now);
            await sleeper.Sleep(Pause, cancel);
        }
    }
}
