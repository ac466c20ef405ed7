using System.Globalization;

namespace Acceptance.Cloud.Twin.Wire.OpenStack;

/// <summary>
/// The microversions of a service: the type in <c>OpenStack-API-Version: compute 2.61</c>, the range, and what its
/// answers carry.
/// </summary>
/// <param name="Type">compute, placement, volume, container-infra, key-manager.</param>
/// <param name="LegacyHeader">Nova's own older header, understood and answered too; "" for none.</param>
/// <param name="Lowercase">Placement and Barbican write their headers in lower case.</param>
/// <param name="ShowsRange">Magnum's answers carry the minimum and the maximum.</param>
internal sealed record Microversions(
    string Type,
    string Min,
    string Max,
    string LegacyHeader = "",
    bool Lowercase = false,
    bool ShowsRange = false
)
{
    private string Header => Lowercase ? "openstack-api-version" : "OpenStack-API-Version";

    /// <summary>
    /// What the request asks for: the minimum when it asks for nothing; null when that is outside of the range.
    /// </summary>
    internal string? Negotiate(OpenStackRequest request, out string asked)
    {
        asked =
            request
                .Header("OpenStack-API-Version")
                ?.Split(',')
                .Select(part => part.Trim().Split(' '))
                .FirstOrDefault(part => part.Length == 2 && part[0] == Type)
                ?[1]
            ?? (LegacyHeader.Length > 0 ? request.Header(LegacyHeader) : null)
            ?? Min;
        if (asked == "latest")
            return Max;
        return IsVersion(asked) && Compare(asked, Min) >= 0 && Compare(asked, Max) <= 0 ? asked : null;
    }

    internal IEnumerable<(string Name, string Value)> Answered(string version)
    {
        if (ShowsRange)
        {
            yield return ("OpenStack-API-Minimum-Version", $"{Type} {Min}");
            yield return ("OpenStack-API-Maximum-Version", $"{Type} {Max}");
        }

        yield return (Header, $"{Type} {version}");
        if (LegacyHeader.Length > 0)
            yield return (LegacyHeader, version);
        var vary = Lowercase || ShowsRange ? "vary" : "Vary";
        yield return (vary, Header);
        if (LegacyHeader.Length > 0)
            yield return (vary, LegacyHeader);
    }

    public static int Compare(string left, string right) => Order(left).CompareTo(Order(right));

    internal static bool IsVersion(string text) =>
        text.Split('.') is [var major, var minor]
        && int.TryParse(major, CultureInfo.InvariantCulture, out _)
        && int.TryParse(minor, CultureInfo.InvariantCulture, out _);

    private static (int Major, int Minor) Order(string version)
    {
        var parts = version.Split('.');
        return (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
