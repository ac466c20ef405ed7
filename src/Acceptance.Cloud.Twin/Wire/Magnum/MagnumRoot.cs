using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;

namespace Acceptance.Cloud.Twin.Wire.Magnum;

/// <summary>What Magnum says of itself at its roots.</summary>
internal sealed class MagnumRoot(Microversions versions, bool zed) : IResource
{
    private static readonly string[] Named =
    [
        "clustertemplates",
        "clusters",
        "quotas",
        "certificates",
        "mservices",
        "stats",
        "federations",
        "nodegroups",
    ];

    public IReadOnlyList<Route> Routes =>
        [
            Route.Get("/", Root).ForAnyone(),
            Route.Head("/", _ => NoHead()).ForAnyone(),
            Route.Get("/healthcheck", WireAnswer.Healthy).ForAnyone(),
            Route.Get("/v1", Version).ForAnyone(),
        ];

    private static WireAnswer NoHead() => WireAnswer.Empty(405, "application/json").With("Allow", "GET");

    private WireAnswer Root(OpenStackRequest request) =>
        WireAnswer.Ok(
            new JsonObject
            {
                ["name"] = "OpenStack Magnum API",
                ["description"] = "Magnum is an OpenStack project which aims to provide container cluster management.",
                ["versions"] = new JsonArray(
                    new JsonObject
                    {
                        ["id"] = "v1",
                        ["links"] = new JsonArray(
                            new JsonObject { ["href"] = $"{request.Base}/v1/", ["rel"] = "self" }
                        ),
                        ["status"] = "CURRENT",
                        ["max_version"] = versions.Max,
                        ["min_version"] = versions.Min,
                    }
                ),
            }
        );

    private WireAnswer Version(OpenStackRequest request)
    {
        var body = new JsonObject
        {
            ["id"] = "v1",
            ["media_types"] = new JsonArray(
                new JsonObject { ["base"] = "application/json", ["type"] = "application/vnd.openstack.magnum.v1+json" }
            ),
            ["links"] = new JsonArray(
                new JsonObject { ["href"] = $"{request.Base}/v1/", ["rel"] = "self" },
                new JsonObject
                {
                    ["href"] = "http://docs.openstack.org/developer/magnum/dev/api-spec-v1.html",
                    ["rel"] = "describedby",
                    ["type"] = "text/html",
                }
            ),
        };
        // Bays were what clusters are called now; Zed still names them.
        foreach (var name in zed ? [.. Named, "baymodels", "bays"] : Named)
        {
            body[name] = new JsonArray(
                new JsonObject { ["href"] = $"{request.Base}/v1/{name}/", ["rel"] = "self" },
                new JsonObject { ["href"] = $"{request.Base}/{name}/", ["rel"] = "bookmark" }
            );
        }

        return WireAnswer.Ok(body);
    }
}
