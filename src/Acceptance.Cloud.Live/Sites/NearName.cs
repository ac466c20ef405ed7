using Acceptance.Cloud.Spelling;

namespace Acceptance.Cloud.Live.Sites;

/// <summary>The known name that a mistyped one most likely meant.</summary>
public static class NearName
{
    /// <summary>The nearest of <paramref name="known"/>; null where none is near enough to be meant.</summary>
    public static string? Of(string typed, IEnumerable<string> known) =>
        known
            .Select(name =>
                (Name: name, Steps: EditDistance.Between(typed.ToLowerInvariant(), name.ToLowerInvariant()))
            )
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
}
