using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;
using Acceptance.Cloud.Vault;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Vault;

/// <summary>
/// Every Vault unit is initialized and unsealed (D-011.6, A5), by vault's own status and not by the charm's word.
/// </summary>
public static class VaultIsUnsealed
{
    public static Check Check { get; } =
        new()
        {
            Id = "vault-unsealed",
            Promise = "every Vault unit is initialized and unsealed",
            Rung = "vault",
            Gates = true,
            Needs = [SiteNeed.Juju, SiteNeed.Vault],
            Facts = [JujuFacts.Model, UnitFacts.VaultSeals],
            Judgement = sheet =>
                sheet.Judge(
                    UnitFacts.VaultSeals,
                    JujuFacts.Model,
                    (seals, model, evidence) => Judge(UnitsOf(model, sheet.Site.Juju!), seals, evidence)
                ),
        };

    public static Check Threshold { get; } =
        new()
        {
            Id = "vault-threshold",
            Promise = "the standard number of shares unseals Vault",
            Rung = "vault",
            Needs = [SiteNeed.Vault],
            Facts = [UnitFacts.VaultSeals],
            Judgement = sheet =>
                sheet.Judge(
                    UnitFacts.VaultSeals,
                    (seals, evidence) => JudgeThreshold(seals, sheet.Site.Vault!, evidence)
                ),
        };

    public static Check Drill { get; } =
        new()
        {
            Id = "vault-drill",
            Promise = "the last unseal drill is within its validity",
            Rung = "vault",
            Needs = [SiteNeed.Vault],
            Facts = [],
            Judgement = sheet => JudgeDrill(sheet.Site.Vault!, sheet.Now),
        };

    private static string[] UnitsOf(JujuModel model, SiteJuju site) =>
        [.. model.Units.Where(Roles.Players(model, site, Roles.Vault)).Select(unit => unit.Name)];

    public const string Entry = Restart3.Id;

    /// <param name="units">The units that must answer.</param>
    /// <param name="seals">What answered.</param>
    public static Verdict Judge(
        IReadOnlyCollection<string> units,
        IReadOnlyDictionary<string, SealStatus> seals,
        Evidence evidence
    )
    {
        if (units.Count == 0)
            return Verdict.NotKnown($"no Vault unit was seen", null, evidence);
        var silent = units.Where(unit => !seals.ContainsKey(unit)).ToArray();
        var findings = seals
            .Where(seal => !seal.Value.Initialized || seal.Value.Sealed)
            .Select(seal => new Finding(
                About(seal.Key, seal.Value),
                seal.Key,
                seal.Value.Initialized ? Entry : null,
                evidence
            ))
            .ToArray();
        if (findings.Length == 0 && silent.Length > 0)
            return Verdict.NotKnown($"{string.Join(", ", silent)} did not answer `vault status`", null, evidence);
        return Verdict.From(findings, () => $"{string.Join(", ", units)}: initialized, unsealed", evidence);
    }

    /// <summary>The shares as the standard has them: 3 of 5.</summary>
    public static Verdict JudgeThreshold(
        IReadOnlyDictionary<string, SealStatus> seals,
        SiteVault site,
        Evidence evidence
    )
    {
        if (seals.Count == 0)
            return Verdict.NotKnown($"no Vault unit told its threshold", null, evidence);
        return Verdict.From(
            seals
                .Where(seal => seal.Value.Threshold != site.Threshold || seal.Value.Shares != site.Shares)
                .Select(seal => new Finding(
                    $"{seal.Key} unseals with {seal.Value.Threshold} of {seal.Value.Shares} shares, "
                        + $"the standard is {site.Threshold} of {site.Shares}",
                    seal.Key,
                    null,
                    evidence
                )),
            () => $"{site.Threshold} of {site.Shares} shares unseal",
            evidence
        );
    }

    /// <summary>A dated drill shows that the operator can: nothing else does without a reboot.</summary>
    public static Verdict JudgeDrill(SiteVault site, DateTimeOffset now) =>
        site.LastDrill switch
        {
            null => Verdict.NotKnown(
                $"no manual unseal is on record: do the drill once and write its date into the site file "
                    + $"($.vault.lastDrill, $.vault.drilledBy)"
            ),
            { } drill when drill > now => Verdict.NotKnown(
                $"the drill of {drill:yyyy-MM-dd} lies in the future of the cloud's clock ({now:yyyy-MM-dd})"
            ),
            { } drill when now - drill > site.DrillHolds => Verdict.Break(
                $"the last manual unseal was on {drill:yyyy-MM-dd}, more than {site.DrillHolds.TotalDays:0} "
                    + $"days ago: repeat the drill",
                "the unseal drill",
                null
            ),
            { } drill => Verdict.Keep($"{site.DrilledBy ?? "the operator"} unsealed by hand on {drill:yyyy-MM-dd}"),
        };

    private static Sentence About(string unit, SealStatus seal) =>
        !seal.Initialized
            ? (Sentence)($"Vault on {unit} is not initialized")
            : $"Vault on {unit} is sealed ({seal.Progress} of {seal.Threshold} shares given)";
}
