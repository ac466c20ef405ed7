using Acceptance.Cloud;
using Acceptance.Decisions.Asserts;
using Acceptance.Runs.Asking;

namespace Acceptance.Cli.Asserts;

/// <summary>
/// Asks the same items of one cloud, as often as it is told to; each time on facts that are read anew.
/// </summary>
internal sealed class CloudSweep(ICloud cloud, ICloudClock wall, IReadOnlyList<CloudAssertItem> items)
{
    public DateTimeOffset Now => cloud.Clock.Now;

    /// <param name="judged">Told of each item as it is judged, one at a time.</param>
    public Task<Sweep> Once(Action<AssertedItem>? judged, CancellationToken cancel)
    {
        var one = new Lock();
        return new Assertion(cloud, wall.TimeProvider).Ask(items, judged is null ? null : Tell).WaitAsync(cancel);

        void Tell(AssertedItem item)
        {
            lock (one)
                judged!(item);
        }
    }
}
