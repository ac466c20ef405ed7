using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.OpenStack;

public class ImageCarriesItsVersionTests
{
    private const string Name = "ubuntu-kube-v1.30.1";

    public static Judged[] Cases =>
        [
            Judged.Kept("as its name says", () => Judge(ImageWith("v1.30.1", "ubuntu"))),
            Judged.Kept(
                "qcow2 is a note",
                () => Judge(ImageWith("v1.30.1", "ubuntu") with { DiskFormat = "qcow2" }),
                "CORRECTION-1"
            ),
            Judged.Kept(
                "a queued remnant beside the active one",
                () => Judge(ImageWith(null, null) with { Status = ImageStatus.Queued }, ImageWith("v1.30.1", "ubuntu"))
            ),
            Judged.Broken(
                "no version",
                () => Judge(ImageWith(null, "ubuntu")),
                Name,
                "L-P6-3",
                "carries kube_version none, its name says v1.30.1"
            ),
            Judged.Broken("another version", () => Judge(ImageWith("v1.30.10", "ubuntu")), Name, "L-P6-3"),
            Judged.Broken(
                "no distribution",
                () => Judge(ImageWith("v1.30.1", null)),
                Name,
                "L-P6-3",
                "os_distro none, not ubuntu"
            ),
            Judged.Broken("another distribution", () => Judge(ImageWith("v1.30.1", "flatcar")), Name, "L-P6-3"),
            Judged.Broken(
                "a queued remnant alone",
                () => Judge(ImageWith("v1.30.1", "ubuntu") with { Status = ImageStatus.Queued }),
                "id-1",
                "FINDING-3",
                "is queued"
            ),
            Judged.Broken("no image", () => Judge(), Name, null, "no image is called"),
            Judged.Broken(
                "a name that promises another version",
                () =>
                    ImageCarriesItsVersion.Judge(
                        [ImageWith("v1.30.1", "ubuntu")],
                        Facts.Workload.Image with
                        {
                            Name = "ubuntu-kube-v1.29.0",
                        },
                        Facts.Read
                    ),
                Name,
                "L-P6-3"
            ),
            Judged.Unknown(
                "not read",
                () => Facts.Unread<IReadOnlyList<Image>>(Acceptance.Cloud.Unreadable.Forbidden).Judge((_, _) => Judge())
            ),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static Verdict Judge(params Image[] images) =>
        ImageCarriesItsVersion.Judge(images, Facts.Workload.Image, Facts.Read);

    private static Image ImageWith(string? version, string? distro)
    {
        Dictionary<string, string> properties = [];
        if (version is not null)
            properties["kube_version"] = version;
        if (distro is not null)
            properties["os_distro"] = distro;
        return new("id-1", Name, ImageStatus.Active, "raw", Facts.Now, properties);
    }
}
