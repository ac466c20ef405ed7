using System.Text.RegularExpressions;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Sites;

namespace Acceptance.Cloud.Hosts;

/// <summary>The folder that `pip3 show` says a package lies in.</summary>
public static partial class PipLocation
{
    /// <summary>Null where no line names an absolute folder of plain letters.</summary>
    public static string? In(string shown) =>
        Line().Match(shown) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>pip's record of the driver, at each location that a unit named; none where no unit named one.</summary>
    public static string[] Records(UnitAnswers conductors, SiteManagement site) =>
        [
            .. conductors
                .Answers.Values.Select(answer => In(answer.Stdout))
                .OfType<string>()
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Select(location =>
                    $"{location}/{site.DriverPackage.Replace('-', '_')}-{site.DriverVersion}.dist-info/METADATA"
                ),
        ];

    [GeneratedRegex(@"^Location:\s*(/[\w./+-]+?)/?\s*$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Line();
}
