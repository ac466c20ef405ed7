using Acceptance.Decisions.Checks.Snapshots;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.WorkloadAcceptance;

public static class CaptureBaseline
{
    public const string Id = "capture-baseline";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "the capture that is the baseline is missing, red or too old",
            Heading = "phase-08, D-011.7, where the baseline is a capture",
            Phases = ["phase-08"],
            Rung = "jumphost",
            Symptom = "no capture of this cloud passed since its deploy, or the last one no longer counts",
            SeenBy = [BaselineStands.Check],
            FastConfirm = $"`ls -l {Victim}`: the captures, by the moments in their names",
            Cause = "nobody has captured this cloud since it was deployed, or it was red when somebody did",
            Fix =
            [
                new(
                    $"`acceptance assert --capture {Victim}`, with --site naming this site, once what it asks is "
                        + $"kept: it reads, and writes the capture only",
                    Observe
                ),
            ],
            DoNots = ["a capture of a red run is no baseline, and no older green one is again: mend the cloud first"],
            Proof = "the last capture is of this deploy, passed, and is no older than the site allows",
            Faults = ["capture-refused"],
            NearMisses =
            [
                new(
                    "a capture is there and does not count",
                    "it is of another cloud, or from before the deploy",
                    "`acceptance list checks`, then the capture's own fields: controller, taken, outcome",
                    "edit a capture: take another one",
                    "phase-08"
                ),
            ],
        };
}
