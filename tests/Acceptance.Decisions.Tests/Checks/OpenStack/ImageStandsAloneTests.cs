using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.OpenStack;

public class ImageStandsAloneTests
{
    private static readonly Image Active = new(
        "i-1",
        "kube",
        ImageStatus.Active,
        "raw",
        Facts.Now,
        new Dictionary<string, string> { ["os_distro"] = "ubuntu" }
    )
    {
        Visibility = ImageVisibility.Public,
    };
    private static readonly Image Queued = Active with { Id = "i-2", Status = ImageStatus.Queued };

    public static Judged[] Cases =>
        [
            Judged.Kept(
                "one active image, found",
                () => Judge(null, Active),
                "kube was present and is verified by its id i-1: active, public, os_distro ubuntu, raw"
            ),
            Judged.Kept(
                "one active image, which this run seeded",
                () => Judge([], Active),
                "kube was absent and is seeded from a verified file: i-1 is active, public, os_distro ubuntu, raw"
            ),
            Judged.Kept(
                "what it does not say of itself is told as that",
                () => Judge(null, Active with { Visibility = default, Properties = new Dictionary<string, string>() }),
                "i-1: active, of no visibility, no os_distro, raw"
            ),
            Judged.Broken(
                "a queued remnant beside it",
                () => Judge([], Active, Queued),
                "i-2",
                "FINDING-3",
                "beside the active one"
            ),
            Judged.Broken(
                "a queued remnant alone",
                () => Judge([], Queued),
                "i-2",
                "FINDING-3",
                "none of that name is active"
            ),
            Judged.Broken(
                "killed in its import",
                () => Judge([], Active with { Status = ImageStatus.Killed }),
                "i-1",
                "FINDING-3"
            ),
            Judged.Unknown(
                "two active ones",
                () => Judge([], Active, Active with { Id = "i-3" }),
                says: "i-1, i-3; keep one"
            ),
            Judged.Unknown("none", () => Judge([])),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    [Test]
    public void What_the_run_cleared_away_first_is_told_as_a_recovery()
    {
        var verdict = Judge(["i-2"], Active).Should().BeOfType<Verdict.Recovered>().Subject;
        verdict.Fix.ToString().Should().Contain("i-2").And.Contain("FINDING-3");
    }

    private static Verdict Judge(string[]? cleared, params Image[] named) =>
        ImageStandsAlone.Judge(named, "kube", cleared, Facts.Read);
}
