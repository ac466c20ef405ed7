using System.Text.RegularExpressions;

namespace Acceptance.Cloud.Live.Sites;

/// <summary>
/// Writes JSON paths: $.juju.model, $.endpoints[3].url, $.juju.expected['glance-simplestreams-sync'].
/// </summary>
internal static partial class SitePath
{
    public const string Root = "$";

    public static string Of(string path, string key) =>
        Plain().IsMatch(key) ? $"{path}.{key}" : $"{path}['{SiteForms.Shown(key)}']";

    public static string Of(string path, int index) => $"{path}[{index}]";

    [GeneratedRegex("^[A-Za-z_$][A-Za-z0-9_]*$", RegexOptions.CultureInvariant, SiteForms.MostMilliseconds)]
    private static partial Regex Plain();
}
