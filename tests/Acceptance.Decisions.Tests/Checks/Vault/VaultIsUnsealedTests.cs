using Acceptance.Cloud.Sites;
using Acceptance.Cloud.Vault;
using Acceptance.Decisions.Checks.Vault;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.Vault;

public class VaultIsUnsealedTests
{
    private static readonly SealStatus Sealed = Facts.Open with { Sealed = true, Progress = 1 };

    public static Judged[] Cases =>
        [
            Judged.Kept(
                "every unit open",
                () => Judge(Facts.Open, Facts.Open),
                "vault/0, vault/1: initialized, unsealed"
            ),
            Judged.Broken(
                "one of two is sealed",
                () => Judge(Facts.Open, Sealed),
                "vault/1",
                "restart-3",
                "Vault on vault/1 is sealed (1 of 3 shares given)"
            ),
            Judged.Broken(
                "one is not initialized",
                () => Judge(Facts.Open with { Initialized = false }, Facts.Open),
                "vault/0",
                null,
                "not initialized"
            ),
            Judged.Broken(
                "sealed outweighs silent",
                () =>
                    VaultIsUnsealed.Judge(
                        ["vault/0", "vault/1"],
                        new Dictionary<string, SealStatus> { ["vault/0"] = Sealed },
                        Facts.Read
                    ),
                "vault/0",
                "restart-3"
            ),
            Judged.Unknown(
                "one is silent",
                () =>
                    VaultIsUnsealed.Judge(
                        ["vault/0", "vault/1"],
                        new Dictionary<string, SealStatus> { ["vault/0"] = Facts.Open },
                        Facts.Read
                    ),
                says: "vault/1 did not answer"
            ),
            Judged.Unknown("no unit", () => Judge()),
            Judged.Kept("three of five shares", () => Threshold(Facts.Open)),
            Judged.Broken(
                "another threshold",
                () => Threshold(Facts.Open with { Threshold = 2 }),
                "vault/0",
                null,
                "2 of 5 shares, the standard is 3 of 5"
            ),
            Judged.Broken("another number of shares", () => Threshold(Facts.Open with { Shares = 7 }), "vault/0", null),
            Judged.Unknown("no threshold was told", () => Threshold()),
            Judged.Unknown("no drill is on record", () => Drill(null), says: "$.vault.lastDrill"),
            Judged.Unknown("a drill in the future", () => Drill(Facts.Now.AddSeconds(1))),
            Judged.Kept("a drill just in time", () => Drill(Facts.Now.AddDays(-180)), "M. Okafor unsealed by hand"),
            Judged.Broken(
                "a drill too long ago",
                () => Drill(Facts.Now.AddDays(-180).AddSeconds(-1)),
                "the unseal drill",
                null,
                "more than 180 days ago"
            ),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static Verdict Judge(params SealStatus[] seals) =>
        VaultIsUnsealed.Judge([.. seals.Select((_, index) => $"vault/{index}")], ByUnit(seals), Facts.Read);

    private static Verdict Threshold(params SealStatus[] seals) =>
        VaultIsUnsealed.JudgeThreshold(ByUnit(seals), new SiteVault(), Facts.Read);

    private static Verdict Drill(DateTimeOffset? drill) =>
        VaultIsUnsealed.JudgeDrill(new() { LastDrill = drill, DrilledBy = "M. Okafor" }, Facts.Now);

    private static Dictionary<string, SealStatus> ByUnit(SealStatus[] seals) =>
        seals.Select((seal, index) => (seal, index)).ToDictionary(one => $"vault/{one.index}", one => one.seal);
}
