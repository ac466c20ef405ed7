using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;

namespace Acceptance.Cloud.Twin.Wire.Identity;

/// <summary>Keystone's one version, and its health.</summary>
internal sealed class KeystoneRoot : IResource
{
    public IReadOnlyList<Route> Routes =>
        [
            Route.Get("/", Versions300).ForAnyone(),
            Route.Get("/v3", VersionThree).ForAnyone(),
            Route.Get("/healthcheck", _ => WireAnswer.Empty(200, "text/plain; charset=UTF-8")).ForAnyone(),
        ];

    private static WireAnswer VersionThree(OpenStackRequest request) =>
        WireAnswer.Ok(new JsonObject { ["version"] = Version(request) });

    private static WireAnswer Versions300(OpenStackRequest request) =>
        WireAnswer
            .Json(
                300,
                new JsonObject { ["versions"] = new JsonObject { ["values"] = new JsonArray(Version(request)) } }
            )
            .With("Location", $"{request.Base}/v3/");

    private static JsonObject Version(OpenStackRequest request) =>
        new()
        {
            ["id"] = "v3.14",
            ["status"] = "stable",
            ["updated"] = "2020-04-07T00:00:00Z",
            ["links"] = new JsonArray(new JsonObject { ["rel"] = "self", ["href"] = $"{request.Base}/v3/" }),
            ["media-types"] = new JsonArray(
                new JsonObject
                {
                    ["base"] = "application/json",
                    ["type"] = "application/vnd.openstack.identity-v3+json",
                }
            ),
        };
}
