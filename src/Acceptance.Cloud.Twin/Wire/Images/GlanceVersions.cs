using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;

namespace Acceptance.Cloud.Twin.Wire.Images;

/// <summary>Glance's versions, which it shows wherever it knows nothing else, and its health.</summary>
internal sealed class GlanceVersions : IResource
{
    public IReadOnlyList<Route> Routes =>
        [
            Route.Get("/", request => Choices(request, 300)).ForAnyone(),
            Route.Head("/", request => Choices(request, 300)).ForAnyone(),
            Route.Get("/versions", request => Choices(request, 200)).ForAnyone(),
            Route.Get("/healthcheck", WireAnswer.Healthy).ForAnyone(),
            Route.Get("/v2", Redirect),
        ];

    private static WireAnswer Redirect(OpenStackRequest request) =>
        request.Path.EndsWith('/')
            ? throw new ApiRefusal(404, "The resource could not be found.")
            : WireAnswer.Empty(302, "text/plain; charset=utf8").With("Location", $"{request.Base}/v2/");

    public static WireAnswer Choices(OpenStackRequest request, int status)
    {
        var versions = new JsonArray();
        foreach (
            var version in (string[])["v2.15", "v2.9", "v2.7", "v2.6", "v2.5", "v2.4", "v2.3", "v2.2", "v2.1", "v2.0"]
        )
        {
            versions.Add(
                new JsonObject
                {
                    ["id"] = version,
                    ["status"] = versions.Count == 0 ? "CURRENT" : "SUPPORTED",
                    ["links"] = new JsonArray(new JsonObject { ["rel"] = "self", ["href"] = $"{request.Base}/v2/" }),
                }
            );
        }

        return WireAnswer.Json(status, new JsonObject { ["versions"] = versions });
    }
}
