using Acceptance.Decisions.Checks.OpenStack;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.ImageSeeding;

public static class Finding3
{
    public const string Id = "FINDING-3";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Aliases = ["CORRECTION-1"],
            Kind = KnownIssueKind.Fault,
            Title = "the image CDN refuses glance's web-download",
            Heading = "appendix-A, Image seeding",
            Phases = ["phase-06", "phase-08"],
            Rung = "magnum",
            Symptom =
                "a glance web-download import 202-accepts, then the image hangs in queued forever and never "
                + "reaches active",
            SeenBy = [ImageStandsAlone.Check],
            FastConfirm = $"`openstack image list --status queued --name {Image}`: a record of that name",
            Shows = @"\| queued",
            Cause = "glance fetches with urllib, the CDN answers 403 to it, and the image hangs in queued",
            Fix =
            [
                new(
                    $"the queued remnant: `openstack image list --status queued` first; only if {Victim} is "
                        + $"listed: `openstack image delete {Victim}`",
                    Mutate
                ),
                ImageStaging.StageAndVerify with
                {
                    Cures = [],
                },
            ],
            DoNots = ["never delete a record by its name: it is the active image's name too (FINDING-4)"],
            Proof = "one image bears the name, it is active and carries its properties",
            Faults = ["FINDING-3"],
        };
}
