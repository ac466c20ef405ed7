namespace Acceptance.Cloud.Live.Sites;

/// <summary>The known name that a mistyped one most likely meant.</summary>
public static class NearName
{
    /// <summary>The nearest of <paramref name="known"/>; null where none is near enough to be meant.</summary>
    public static string? Of(string typed, IEnumerable<string> known) =>
        known
            .Select(name => (Name: name, Steps: Distance(typed.ToLowerInvariant(), name.ToLowerInvariant())))
            .Where(near => near.Steps <= Math.Max(2, near.Name.Length / 3))
            .OrderBy(near => near.Steps)
            .Select(near => near.Name)
            .FirstOrDefault();

    /// <summary>All that are known as a list to read, the near one first.</summary>
    public static string First(string typed, IEnumerable<string> known)
    {
        var all = known.ToArray();
        return Of(typed, all) is { } near
            ? string.Join(", ", all.Where(one => one != near).Prepend($"{near} (near it)"))
            : string.Join(", ", all);
    }

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, changed);
            }
        }

        return row[b.Length];
    }
}
