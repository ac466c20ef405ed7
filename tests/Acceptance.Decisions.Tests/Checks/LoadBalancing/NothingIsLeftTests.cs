using Acceptance.Decisions.Checks.LoadBalancing;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.LoadBalancing;

public class NothingIsLeftTests
{
    public static Judged[] Cases =>
        [
            Judged.Kept("all gone", () => Judge([], []), "the Service is gone with its port, floating IP"),
            Judged.Broken(
                "a floating IP stays",
                () => Judge([], ["fip-1"]),
                "fip-1",
                "D-011.4",
                "the Service left its floating IP fip-1"
            ),
            Judged.Unknown(
                "nothing was looked for",
                () => NothingIsLeft.Judge("the Service", new Dictionary<string, IReadOnlyList<string>>(), Facts.Read)
            ),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    [Test]
    public void Every_kind_that_stays_is_a_finding() =>
        Judge(["p-1", "p-2"], ["fip-1"]).Should().BeOfType<Verdict.Broken>().Which.Findings.Should().HaveCount(2);

    private static Verdict Judge(string[] ports, string[] fips) =>
        NothingIsLeft.Judge(
            "the Service",
            new Dictionary<string, IReadOnlyList<string>> { ["port"] = ports, ["floating IP"] = fips },
            Facts.Read
        );
}
