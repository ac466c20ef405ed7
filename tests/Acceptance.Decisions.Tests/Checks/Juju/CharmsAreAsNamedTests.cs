using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks.Juju;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.Juju;

public class CharmsAreAsNamedTests
{
    public static Judged[] Cases =>
        [
            Judged.Kept("as named", () => Judge(("1.8/stable", 371), Live("1.8/stable", 371)), "1 charms follow"),
            Judged.Kept(
                "a newer revision",
                () => Judge(("1.8/stable", 371), Live("1.8/stable", 400)),
                "vault 400 for 371"
            ),
            Judged.Kept("a channel alone", () => Judge(("1.8/stable", null), Live("1.8/stable", 1))),
            Judged.Broken(
                "another track",
                () => Judge(("1.16/stable", 371), Live("1.8/stable", 400)),
                "vault",
                "D-068",
                "vault follows 1.8/stable, the site names 1.16/stable"
            ),
            Judged.Broken(
                "an older revision",
                () => Judge(("1.8/stable", 371), Live("1.8/stable", 80)),
                "vault",
                "D-068",
                "older than the 371"
            ),
            Judged.Broken(
                "one that is not there",
                () => Judge(("1.8/stable", 371), Live("1.8/stable", 371) with { Name = "safe", CharmName = "safe" }),
                "vault",
                "D-068"
            ),
            Judged.Kept(
                "one that the site calls otherwise",
                () => Judge(("1.8/stable", 371), Live("1.8/stable", 371) with { Name = "safe" })
            ),
            Judged.Broken(
                "one that the site calls otherwise, on another channel",
                () => Judge(("1.8/stable", 371), Live("1.16/stable", 371) with { Name = "safe" }),
                "safe",
                "D-068"
            ),
            Judged.Unknown("a channel that juju does not say", () => Judge(("1.8/stable", null), Live("", 371))),
            Judged.Unknown("a revision that juju does not say", () => Judge((null, 371), Live("1.8/stable", null))),
            Judged.Unknown("an empty model", () => Judge(("1.8/stable", 371))),
            new Judged("a site that names none", () => Judge((null, null), Live("1.8/stable", 371)), "not asked"),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static JujuApplication Live(string channel, int? revision) =>
        new("vault", "vault", 1, []) { Channel = channel, Revision = revision };

    private static Verdict Judge((string? Channel, int? Revision) named, params JujuApplication[] live) =>
        CharmsAreAsNamed.Judge(
            Facts.Model() with
            {
                Applications = live,
            },
            Facts.Juju with
            {
                Expected = new Dictionary<string, ExpectedState>
                {
                    ["*"] = new(),
                    ["vault"] = new() { Channel = named.Channel, Revision = named.Revision },
                },
            },
            Facts.Read
        );
}
