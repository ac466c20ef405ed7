using System.Globalization;

namespace Acceptance.Cloud.Twin.Personas.Juju;

/// <summary>Juju's ways to print a moment.</summary>
internal static class JujuTime
{
    /// <summary>Go layout "02 Jan 2006 15:04:05Z07:00", in UTC.</summary>
    public static string Since(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + "Z";

    /// <summary>An operation's timing: "2015-02-14 08:13:00 +0000 UTC".</summary>
    public static string Timing(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " +0000 UTC";
}
