using System.Globalization;
using System.Text.RegularExpressions;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Compute;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>What a list of servers may be asked for, and in which order.</summary>
internal static class ServerQuery
{
    /// <summary>What a list may be asked for by; from 2.75 on anything else is 400, before it is ignored.</summary>
    private static readonly HashSet<string> Keys =
    [
        "limit",
        "marker",
        "sort_key",
        "sort_dir",
        "all_tenants",
        "name",
        "status",
        "vm_state",
        "task_state",
        "power_state",
        "host",
        "node",
        "flavor",
        "image",
        "ip",
        "ip6",
        "uuid",
        "project_id",
        "tenant_id",
        "user_id",
        "key_name",
        "changes-since",
        "changes-before",
        "deleted",
        "tags",
        "tags-any",
        "not-tags",
        "not-tags-any",
        "availability_zone",
        "hostname",
        "reservation_id",
        "locked",
        "config_drive",
        "launch_index",
        "description",
    ];

    public static void DemandKnownKeys(OpenStackRequest request)
    {
        if (
            request.AtLeast("2.75")
            && request.QueryKeys.FirstOrDefault(key => !Keys.Contains(key) && !key.StartsWith('_')) is { } odd
        )
            throw new ApiRefusal(400, $"'{odd}' does not match any of the regexes: '^_'");
    }

    public static IEnumerable<Func<NovaServer, bool>> Filters(OpenStackRequest request, Nova nova)
    {
        foreach (var filter in ByAttribute(request))
            yield return filter;
        if ((request.Query("host") ?? request.Query("node")) is { } host && request.Caller.IsAdmin)
            yield return server => server.Host == host;
        if (request.Query("tags") is { } tags)
            yield return server => tags.Split(',').All(server.Tags.Contains);
        if (request.Query("ip") is { } ip)
            yield return server =>
                nova.Servers.PortsOf(server).Any(port => port.FixedIps.Any(one => Matches(one.Address, ip)));
        if (
            request.Query("deleted") is { } gone
            && gone.ToLowerInvariant() is "true" or "1"
            && request.Query("changes-since") is null
        )
            yield return _ => false;
        if (request.Query("changes-since") is { } since)
            yield return ChangedSince(since);
    }

    // The expression is the caller's.
    private static bool Matches(string text, string expression) =>
        Regex.IsMatch(text, expression, RegexOptions.None, TimeSpan.FromSeconds(1));

    private static IEnumerable<Func<NovaServer, bool>> ByAttribute(OpenStackRequest request)
    {
        if (request.Query("name") is { Length: > 0 } name)
            yield return server => Matches(server.Name, name);
        if (request.QueryAll("status").ToList() is { Count: > 0 } words)
            yield return server => words.Contains(server.StatusWord, StringComparer.OrdinalIgnoreCase);
        if (request.Query("vm_state") is { } state)
            yield return server => server.VmState == state;
        if (request.Query("uuid") is { } id)
            yield return server => server.Id == id;
        if (request.Query("flavor") is { } flavor)
            yield return server => server.Flavor.Id == flavor;
        if (request.Query("image") is { } image)
            yield return server => server.ImageId == image;
        if (request.Query("key_name") is { } key)
            yield return server => server.KeyName == key;
        if (request.Query("user_id") is { } user)
            yield return server => server.UserId == user;
        if ((request.Query("project_id") ?? request.Query("tenant_id")) is { } project)
            yield return server => server.ProjectId == project;
    }

    private static Func<NovaServer, bool> ChangedSince(string since)
    {
        if (!DateTimeOffset.TryParse(since, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var from))
            throw new ApiRefusal(
                400,
                $"Invalid input for query parameters changes-since. Value: {since}. '{since}' is not a 'date-time'"
            );
        return server => server.UpdatedAt >= from;
    }

    public static IEnumerable<NovaServer> Ordered(OpenStackRequest request, IEnumerable<NovaServer> servers)
    {
        if (request.Query("sort_key") is not { } key)
            return servers;
        Func<NovaServer, string> by = key switch
        {
            "display_name" => server => server.Name,
            "created_at" => server => server.CreatedAt.ToString("O", CultureInfo.InvariantCulture),
            "updated_at" => server => server.UpdatedAt.ToString("O", CultureInfo.InvariantCulture),
            "uuid" => server => server.Id,
            "host" => server => server.Host ?? "",
            "vm_state" => server => server.VmState,
            _ => throw new ApiRefusal(
                400,
                $"Invalid input for query parameters sort_key. Value: {key}. '{key}' is not one of "
                    + "['created_at', 'display_name', 'host', 'updated_at', 'uuid', 'vm_state']"
            ),
        };
        return request.Query("sort_dir") == "asc"
            ? servers.OrderBy(by, StringComparer.Ordinal)
            : servers.OrderByDescending(by, StringComparer.Ordinal);
    }
}
