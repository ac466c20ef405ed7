using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Juju;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.OpenStack;

public class AmphoraImageIsTaggedTests
{
    public static Judged[] Cases =>
        [
            Judged.Kept(
                "one tag",
                () => Judge(Seeks("amphora"), Stamps("amphora")),
                "octavia looks for what octavia-diskimage-retrofit stamps: amphora"
            ),
            Judged.Kept(
                "two that stamp, one of them with it",
                () => Judge(Seeks("amphora"), Stamps("old"), Stamps("amphora") with { Application = "retrofit-noble" })
            ),
            Judged.Broken(
                "two tags",
                () => Judge(Seeks("amphora-noble"), Stamps("amphora")),
                "octavia",
                "amp-image-tag-mismatch",
                "looks for images with the tag amphora-noble and finds none"
            ),
            Judged.Broken(
                "one that differs in its case alone",
                () => Judge(Seeks("Amphora"), Stamps("amphora")),
                "octavia",
                "amp-image-tag-mismatch"
            ),
            Judged.Unknown("an option that is not set", () => Judge(Seeks(""), Stamps("")), says: "is empty"),
            Judged.Unknown(
                "nobody stamps",
                () => Judge(Seeks("amphora")),
                says: "no application of the charm octavia-diskimage-retrofit"
            ),
            Judged.Unknown(
                "nobody looks",
                () => Judge(Stamps("amphora")),
                says: "no application of the charm octavia,"
            ),
            Judged.Unknown(
                "unread",
                () =>
                    AmphoraImageIsTagged.Check.Judge(
                        Facts.Sheet(
                            (
                                OctaviaFacts.ImageTags,
                                Facts.Unread<IReadOnlyList<AmphoraImageTag>>(Unreadable.TimedOut, "juju did not answer")
                            )
                        )
                    ),
                says: "juju did not answer"
            ),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static AmphoraImageTag Seeks(string tag) => new("octavia", "octavia", tag);

    private static AmphoraImageTag Stamps(string tag) =>
        new("octavia-diskimage-retrofit", "octavia-diskimage-retrofit", tag);

    private static Verdict Judge(params AmphoraImageTag[] tags) => AmphoraImageIsTagged.Judge(tags, Facts.Read);
}
