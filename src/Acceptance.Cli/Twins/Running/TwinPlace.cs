using Acceptance.Cloud.Twin;

namespace Acceptance.Cli.Twins.Running;

/// <summary>Where a twin is, for a command in its world.</summary>
internal sealed record TwinPlace(string Home, string Bin, string SiteFile, Uri Control)
{
    public static TwinPlace Of(Twin twin) => new(twin.Home, twin.Bin, twin.SiteFile, twin.Control);
}
