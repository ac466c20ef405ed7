using System.Globalization;

namespace Acceptance.Cloud.Twin.Wire.OpenStack;

/// <summary>One page of a list: what it holds and what came before and follows.</summary>
/// <param name="Items">The page's own.</param>
/// <param name="Full">
/// As many as the limit: Nova, Octavia and Glance then name a next page, even when there is none.
/// </param>
/// <param name="More">Something really follows.</param>
/// <param name="Limit">The limit in force; null: none was asked for and none is set.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, bool Full, bool More, int? Limit)
{
    /// <summary>
    /// Cuts by the query's limit and marker. An unknown marker is refused with <paramref name="unknownMarker"/> (400 in
    /// Nova, Glance, Octavia; 404 in Neutron, Magnum, Cinder), a limit that is no number or negative with <paramref
    /// name="badLimit"/>.
    /// </summary>
    public static Page<T> Of(
        OpenStackRequest request,
        IEnumerable<T> all,
        Func<T, string> id,
        int? maximum,
        Func<string, ApiRefusal> unknownMarker,
        Func<string, ApiRefusal> badLimit
    )
    {
        var items = all.ToList();
        var start = 0;
        if (request.Query("marker") is { Length: > 0 } marker)
        {
            start = items.FindIndex(item => id(item) == marker) + 1;
            if (start == 0)
                throw unknownMarker(marker);
        }

        var limit = maximum;
        if (request.Query("limit") is { Length: > 0 } asked)
        {
            if (!int.TryParse(asked, CultureInfo.InvariantCulture, out var number) || number < 0)
                throw badLimit(asked);
            limit = maximum is { } most ? Math.Min(number, most) : number;
        }

        var page = items.Skip(start).Take(limit ?? int.MaxValue).ToList();
        return new Page<T>(
            page,
            limit is { } full && page.Count == full && full > 0,
            start + page.Count < items.Count,
            limit
        );
    }
}
