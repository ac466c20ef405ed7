using System.Text.RegularExpressions;
using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Hosts;

/// <summary>
/// Where people come to the dashboard over plain http, its units mark no cookie secure: a browser keeps such a one to
/// itself there, and no login holds (D-044). Files of local_settings.d go over the charm's own, the last of their names
/// over the others. It advises: no rung falls with it.
/// </summary>
public static partial class DashboardKeepsLogins
{
    public static Check Check { get; } =
        new()
        {
            Id = "dashboard-keeps-logins",
            Promise = "a login to the dashboard holds over plain http",
            Rung = "vips",
            Needs = [SiteNeed.Juju],
            Facts = [UnitFacts.DashboardCookies],
            Judgement = sheet =>
                sheet.Site.Juju!.DashboardOverHttp
                    ? sheet.Judge(UnitFacts.DashboardCookies, Judge)
                    : new Verdict.NotAsked(
                        $"the site does not reach its dashboard over plain http ($.juju.dashboardOverHttp)"
                    ),
        };

    private sealed record Setting(string File, string Name, string Value)
    {
        public bool IsOverride => File.Contains("/local_settings.d/", StringComparison.Ordinal);

        /// <summary>Null where only Python could tell.</summary>
        public bool? IsSecure => bool.TryParse(Value, out var secure) ? secure : null;
    }

    /// <param name="units">What grep found of the two settings, with the files' names; exit 1: none has one.</param>
    public static Verdict Judge(UnitAnswers units, Evidence evidence)
    {
        var read = units
            .Heard.Where(answer => answer.Exit is 0 or 1 || answer.Stdout.Length > 0)
            .Select(answer => (answer.Unit, Settings: InForce(answer.Stdout)))
            .ToArray();
        Finding[] findings =
        [
            .. read.Select(one => (one.Unit, Secure: one.Settings.FirstOrDefault(setting => setting.IsSecure == true)))
                .Where(one => one.Secure is not null)
                .Select(one => new Finding(
                    $"the dashboard on {one.Unit} marks its cookies secure ({one.Secure!.Name} of {one.Secure.File}): "
                        + $"over plain http no login holds",
                    one.Unit,
                    D044.Id,
                    evidence
                )),
        ];
        return findings.Length == 0 && Unclear(units, read) is { } unclear
            ? Verdict.NotKnown(unclear, null, evidence)
            : units.Conclude(findings, () => $"{string.Join(", ", units.Asked)}: no cookie is marked secure", evidence);
    }

    private static Sentence? Unclear(
        UnitAnswers units,
        IReadOnlyList<(string Unit, IReadOnlyList<Setting> Settings)> read
    )
    {
        if (units.Heard.FirstOrDefault(answer => read.All(one => one.Unit != answer.Unit)) is { } unread)
            return $"the dashboard's settings on {unread.Unit} could not be read (exit {unread.Exit}: "
                + $"{unread.Complaint})";
        return read.SelectMany(one => one.Settings).FirstOrDefault(setting => setting.IsSecure is null) is { } other
            ? $"{other.File} sets {other.Name} to neither True nor False: {other.Value}"
            : (Sentence?)null;
    }

    private static IReadOnlyList<Setting> InForce(string printed) =>
        [
            .. Line()
                .Matches(printed)
                .Select(match => new Setting(
                    match.Groups[1].Value,
                    match.Groups[2].Value,
                    match.Groups[3].Value.Trim()
                ))
                .GroupBy(setting => setting.Name)
                .Select(same =>
                    same.OrderBy(setting => setting.IsOverride)
                        .ThenBy(setting => setting.File, StringComparer.Ordinal)
                        .Last()
                ),
        ];

    // FILE:SESSION_COOKIE_SECURE = True; a comment may stand behind it.
    [GeneratedRegex(
        @"^(/[^:\n]+):((?:SESSION|CSRF)_COOKIE_SECURE)[ \t]*=[ \t]*([^#\n\r]*)",
        RegexOptions.Multiline | RegexOptions.NonBacktracking
    )]
    private static partial Regex Line();
}
