using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.ImageSeeding;

public static class ImageStaging
{
    public const string Id = "image-staging";

    internal static FixStep StageAndVerify { get; } =
        new(
            $"no active image of that name: "
                + $"`curl -fSL -o ~/{Image}.qcow2 {ImageUrl} && printf '%s  %s\\n' {ImageSha512} ~/{Image}.qcow2 "
                + $"| sha512sum -c - && openstack image create --file ~/{Image}.qcow2 --import "
                + $"--public --container-format bare --disk-format qcow2 --property os_distro={OsDistro} "
                + $"--property kube_version={KubeVersion} {Image}`; from elsewhere, if the publisher is dark from here",
            Mutate
        );

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "the kube image cannot be staged from its publisher",
            Heading = "phase-08 8.0 (seed it by stage-and-verify); appendix-A, Image seeding",
            Phases = ["phase-08"],
            Rung = "magnum",
            Symptom =
                "the download of the kube image to the jumphost does not begin, breaks off, or ends with "
                + "another sha512",
            FastConfirm = $"on the jumphost: `curl -fI {ImageUrl}`: no answer, or another length",
            Cause =
                "the publisher's site does not answer the jumphost, breaks off, or sends a file whose digest "
                + "is not the published one; nothing was imported",
            Fix =
            [
                new(
                    $"on the jumphost: `curl -fI https://{Victim}/`; a proxy, a firewall or the publisher itself "
                        + $"is in the way",
                    Observe
                ),
                StageAndVerify,
            ],
            Proof = "the image is active and carries its properties",
            Faults = ["cdn-truncated", "cdn-dark"],
            NearMisses =
            [
                new(
                    "the image stays in queued",
                    "the download was whole and glance was refused: FINDING-3",
                    $"`curl -fsSIL {ImageUrl} | head -n 1`, on the jumphost: it answers, so that the publisher "
                        + $"serves",
                    "download again: the record is to be cleared by its id",
                    "phase-08 8.0"
                ),
            ],
        };
}
