using Acceptance.Cloud.Live.Json;

namespace Acceptance.Cloud.Live.OpenStack;

/// <summary>
/// Where a list goes on: servers_links and the like (Nova, Neutron, Octavia), links.next (Keystone), next (Glance,
/// relative; Magnum). Only the query of the link is used: behind a proxy the link's host is often one that cannot be
/// reached.
/// </summary>
internal static class NextPage
{
    public static string? Query(Field body, string collection)
    {
        var link =
            body[$"{collection}_links"].ListOrNone().FirstOrDefault(one => one["rel"].TextOrNull() == "next")
                is { IsAbsent: false } found
                ? found["href"].Text()
            : body["links"] is { IsObject: true } links ? links["next"].TextOrNull()
            : body["next"].TextOrNull();
        if (link is not { Length: > 0 })
            return null;
        var question = link.IndexOf('?', StringComparison.Ordinal);
        return question < 0 ? throw body["next"].Misshapen("a link with a query") : link[(question + 1)..];
    }
}
