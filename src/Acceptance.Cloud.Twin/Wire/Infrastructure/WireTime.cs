using System.Globalization;

namespace Acceptance.Cloud.Twin.Wire.Infrastructure;

/// <summary>How the services write a moment.</summary>
internal static class WireTime
{
    /// <summary>2026-11-20T13:56:25Z (Neutron, Nova).</summary>
    public static string Zulu(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <summary>2026-11-20T14:04:08 (Octavia).</summary>
    public static string Plain(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>2026-11-20T14:04:08.000000 (Nova's usage, services, events).</summary>
    public static string Micro(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffff", CultureInfo.InvariantCulture);

    /// <summary>2026-11-20 13:40:51 (Neutron's agents).</summary>
    public static string Spaced(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
