using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks;

/// <summary>The lowest rung: whoever judges anything has read the site.</summary>
public static class SiteIsRead
{
    public static Check Check { get; } =
        new()
        {
            Id = "site-read",
            Promise = "the site file is read",
            Rung = "site",
            Gates = true,
            Facts = [],
            Judgement = sheet => Verdict.Keep($"the site file of {sheet.Site.Name} is read"),
        };
}
