using Acceptance.Cloud;
using Acceptance.Cloud.Captures;
using Acceptance.Cloud.Twin.World;

namespace Acceptance.Worlds;

/// <summary>A folder of captures: no run has left one of a world that was just drawn, but for a fault's.</summary>
internal sealed class WorldCaptures(TwinWorld world, WorldReadings readings) : ICaptures
{
    public Task<Reading<IReadOnlyList<Capture>>> All(CancellationToken cancel = default)
    {
        lock (world.Gate)
            return Task.FromResult(readings.Seen<IReadOnlyList<Capture>>("captures", [.. Left()]));
    }

    private IEnumerable<Capture> Left()
    {
        if (world.Jumphost.RefusedCapture is { } taken)
        {
            var second = new DateTimeOffset(taken.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, default);
            yield return new(
                $"{second:yyyyMMdd'T'HHmmss'Z'}.capture.json",
                second,
                world.Plan.ControllerUuid,
                CaptureOutcome.Fail,
                1,
                "juju"
            );
        }
    }
}
