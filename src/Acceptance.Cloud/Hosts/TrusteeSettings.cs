using System.Text.RegularExpressions;
using Acceptance.Cloud.Juju;

namespace Acceptance.Cloud.Hosts;

/// <summary>
/// The trustee settings of magnum.conf, as a unit printed them: KEY = VALUE, one a line. The charm writes None for
/// what it was not told.
/// </summary>
/// <param name="Domain">The name of the domain in which Magnum makes its trustees.</param>
/// <param name="DomainId">The same by its id, where somebody wrote that.</param>
/// <param name="Admin">Name or id of the user who makes them.</param>
public sealed partial record TrusteeSettings(string? Domain, string? DomainId, string? Admin)
{
    public static TrusteeSettings Read(string printed)
    {
        var settings = Setting()
            .Matches(printed)
            .Select(match => (Key: match.Groups[1].Value, Value: match.Groups[2].Value))
            .Where(one => one.Value is not ("" or "None"))
            .ToLookup(one => one.Key, one => one.Value);
        return new TrusteeSettings(
            settings["trustee_domain_name"].LastOrDefault(),
            settings["trustee_domain_id"].LastOrDefault(),
            settings["trustee_domain_admin_name"].Concat(settings["trustee_domain_admin_id"]).LastOrDefault()
        );
    }

    /// <summary>The domains that units are told by name, each once.</summary>
    public static IReadOnlyList<string> Domains(UnitAnswers said) =>
        [
            .. said
                .Heard.Select(answer => Read(answer.Stdout).Domain)
                .OfType<string>()
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    [GeneratedRegex(
        @"^[ \t]*(trustee_domain_\w+)[ \t]*=[ \t]*(\S*)[ \t\r]*$",
        RegexOptions.Multiline | RegexOptions.NonBacktracking
    )]
    private static partial Regex Setting();
}
