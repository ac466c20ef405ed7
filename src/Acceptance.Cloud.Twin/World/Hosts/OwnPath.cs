namespace Acceptance.Cloud.Twin.World.Hosts;

/// <summary>
/// The twin writes beneath its home while programs run there that may put links in its way: what a link leads out it
/// does not write.
/// </summary>
internal static class OwnPath
{
    /// <summary>A link beneath the folder leads the path out of it.</summary>
    public static bool LeadsOut(string folder, string path)
    {
        var within = folder.TrimEnd('/') + "/";
        if (!Path.GetFullPath(path).StartsWith(within, StringComparison.Ordinal))
            return true;
        var place = within.TrimEnd('/');
        foreach (var part in Path.GetFullPath(path)[within.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            place = $"{place}/{part}";
            if (
                new FileInfo(place).LinkTarget is not null
                && (Target(place) is not { } target || LeadsOut(folder, target))
            )
                return true;
        }

        return false;
    }

    /// <summary>Null: it goes in a circle.</summary>
    private static string? Target(string link)
    {
        try
        {
            return File.ResolveLinkTarget(link, returnFinalTarget: true)?.FullName;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
