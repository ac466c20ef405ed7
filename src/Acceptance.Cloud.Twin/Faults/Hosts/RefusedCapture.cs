namespace Acceptance.Cloud.Twin.Faults.Hosts;

/// <summary>D-011.7 where the baseline is a capture: the last one is of a run that failed.</summary>
internal static class RefusedCapture
{
    public static Fault Of() =>
        new(
            "capture-refused",
            "the site's baseline is a capture, and the only one is of a run that failed",
            world =>
            {
                world.Jumphost.LeaveCapture(world.Now);
                return world.Jumphost.Captures;
            },
            world => world.Jumphost.LeaveCapture(null)
        );
}
