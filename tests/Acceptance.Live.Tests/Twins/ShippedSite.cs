using System.Text.Json;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin;
using Acceptance.Surroundings;

namespace Acceptance.Live.Tests.Twins;

/// <summary>
/// The site file that we ship, pointed at a twin: addresses by their octet, and what an operator writes into it by
/// hand; what it says is normal, and which codes answer, stays.
/// </summary>
internal sealed class ShippedSite : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("shipped-site-").FullName;

    private ShippedSite(JsonObject root) => System.IO.File.WriteAllText(File, root.ToJsonString());

    public string File => Path.Combine(_folder, "site.json");

    public static ShippedSite PointedAt(Twin twin)
    {
        var text = System.IO.File.ReadAllText(WorkTree.PathOf("sites", "vr0-dc0.json"));
        var root = JsonNode
            .Parse(
                text.Replace("10.12.", $"127.{twin.Block}.", StringComparison.Ordinal),
                documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip }
            )!
            .AsObject();
        var own = JsonNode.Parse(System.IO.File.ReadAllText(twin.SiteFile))!.AsObject();
        foreach (
            var section in (string[])["name", "clock", "faultsAt", "credentials", "jumphost", "waivers", "proxies"]
        )
            root[section] = own[section]?.DeepClone();
        Juju(root, own, twin);
        Take(root, own, "vault", "lastDrill", "drilledBy");
        Take(root, own, "management", "netEnv", "chartDependencies", "orcManifest", "reachableFromTenant");
        Take(root["workload"]!.AsObject(), own["workload"]!.AsObject(), "image", "sha512", "connectTo", "ca");
        Take(root["workload"]!.AsObject(), own["workload"]!.AsObject(), "roundRobin", "lowPortOffset");
        Endpoints(root["endpoints"]!.AsArray(), own["endpoints"]!.AsArray());
        return new ShippedSite(root);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Juju(JsonObject root, JsonObject own, Twin twin)
    {
        Take(root, own, "juju", "controller", "controllerUuid", "model");
        root["juju"]!["expected"]!["nova-compute"]!["units"] = ComputeUnits(twin);
        foreach (
            var (name, expected) in root["juju"]!["expected"]!
                .AsObject()
                .Where(one => one.Value!["channel"] is not null)
        )
            expected!["channel"] = twin.World.Juju.Application(name).Charm.Channel;
    }

    private static int ComputeUnits(Twin twin) =>
        twin.World.Juju.Units.Count(unit => unit.Application.Charm.CharmName == "nova-compute");

    private static void Take(JsonObject root, JsonObject own, string section, params IReadOnlyList<string> keys)
    {
        foreach (var key in keys)
            root[section]![key] = own[section]![key]?.DeepClone();
    }

    /// <summary>Where a port really listens is the machine's matter; an address that we do not ship is the site's.
    /// </summary>
    private static void Endpoints(JsonArray shipped, JsonArray own)
    {
        foreach (var one in own)
        {
            if (shipped.FirstOrDefault(other => Host(other) == Host(one)) is { } known)
                known["url"] = one!["url"]!.DeepClone();
            else
                shipped.Add(one!.DeepClone());
        }
    }

    private static string Host(JsonNode? endpoint) => new Uri((string)endpoint!["url"]!).Host;
}
