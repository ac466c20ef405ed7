using Acceptance.Decisions.Traps;
using static Acceptance.Cloud.Permits.Permit;

namespace Acceptance.Decisions.KnownIssues.ImageSeeding;

public static class WebDownload
{
    public const string Id = "web-download";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Trap,
            Title = "glance's own download compares no digest, and serves for an expedient alone",
            Heading = "appendix-A, Image seeding",
            Phases = ["phase-05", "phase-06", "phase-08"],
            Rung = "magnum",
            Symptom =
                "an image that was imported with web-download is active, and nobody compared it with a published "
                + "digest; a kube image of the azimuth CDN is accepted and stays queued",
            FastConfirm =
                $"`openstack image list --status queued --long -c ID -c Name -c Properties`: a record that "
                + $"glance was to fill",
            Cause =
                "the publisher's redirect strips the digest, and glance converts what it fetched; the azimuth CDN "
                + "answers 403 to urllib (FINDING-3), the ubuntu cloud images do not",
            Fix = [ImageStaging.StageAndVerify with { Cures = [] }],
            DoNots =
            [
                "never for a kube image: it hangs in queued (FINDING-3)",
                "never where the image's provenance counts: the digest is compared before the import, or not at all",
            ],
            Proof = "sha512sum says OK of the staged file, and the image made of it is active",
            Trap = new()
            {
                Bites = new()
                {
                    Exit = 0,
                    Words =
                    [
                        "the import of kube is answered with 202",
                        "web-kube is queued as qcow2",
                        "the import of noble is answered with 202",
                        "web-noble is active as raw",
                    ],
                    Lacks = ["as published"],
                },
                Avoided = new() { Exit = 0, Words = ["staged.qcow2: as published", "the image is active"] },
                Rule = new(["juju", "sudo", "curl", "openstack"], $"none has glance fetch an image", Fetches),
            },
            NearMisses =
            [
                new(
                    "images hang in queued during an import, of more than one publisher",
                    "the expedient as other operators met it: an import that no longer moves",
                    "`openstack image list --status queued --long -c ID -c Name -c Properties`: how old each record is",
                    "delete by name: the exact id, then again",
                    "N103"
                )
                {
                    IsTheEntry = true,
                },
                new(
                    "an image that was imported with web-download hangs in queued, and it is a kube image",
                    "FINDING-3: the publisher refuses what urllib sends; waiting does not help",
                    "`openstack image list --status queued --long -c ID -c Name -c Properties`: the name of a kube "
                        + "image",
                    "import it again with web-download: stage it and compare its digest",
                    "appendix-A"
                ),
            ],
        };

    private static bool Fetches(CalledProgram call) =>
        call.Arguments.Any(word => word == Id || word.Contains($"\"{Id}\"", StringComparison.Ordinal));
}
