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
            NearMisses =
            [
                new(
                    "an import from another CDN's address fails since a certain day, and curl gets it",
                    "the entry on another CDN, which refuses what urllib sends",
                    $"`for URL in {ImageUrl}; do python3 -c \"import sys, urllib.request; "
                        + $"print(urllib.request.urlopen(sys.argv[1]).status)\" \"$URL\"; curl -sIL \"$URL\" | head "
                        + $"-n 1; done`: 403 to urllib, 200 to curl",
                    "take an answer to curl for a proof: ask with urllib",
                    "N100"
                )
                {
                    IsTheEntry = true,
                },
                new(
                    "an image of glance-direct stays in uploading",
                    "the file was staged on one glance unit, and the import was asked of another",
                    $"`openstack image show {Image} -c status; juju exec -a glance \"grep -E "
                        + $"'^(node_staging_uri|worker_self_reference_url)' /etc/glance/glance-api.conf\"`: uploading "
                        + $"instead of queued, more than one unit, a local folder",
                    "blame the CDN or stage again: a plain upload of the file",
                    "N101"
                )
                {
                    IsRead = true,
                },
            ],
        };
}
