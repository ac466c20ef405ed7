using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>What Nova says of itself at its roots.</summary>
internal sealed class ComputeVersions(Microversions versions) : IResource
{
    public IReadOnlyList<Route> Routes =>
        [
            Route.Get("/", All).ForAnyone(),
            Route.Get("/v2.1", request => One(Described(request, VersionTwoOne(request), "2.1"))).ForAnyone(),
            Route.Get("/v2", request => One(Described(request, VersionTwo(request), "2"))).ForAnyone(),
        ];

    /// <summary>300 to who asks below no version at all.</summary>
    public static WireAnswer Choices(OpenStackRequest request) =>
        WireAnswer.Json(
            300,
            new JsonObject
            {
                ["choices"] = new JsonArray(
                    Choice(request, "v2.0", "v2", "SUPPORTED", "2"),
                    Choice(request, "v2.1", "v2.1", "CURRENT", "2.1")
                ),
            }
        );

    private WireAnswer All(OpenStackRequest request) =>
        WireAnswer.Ok(new JsonObject { ["versions"] = new JsonArray(VersionTwo(request), VersionTwoOne(request)) });

    private static WireAnswer One(JsonObject version) => WireAnswer.Ok(new JsonObject { ["version"] = version });

    private static JsonObject VersionTwo(OpenStackRequest request) =>
        new()
        {
            ["id"] = "v2.0",
            ["status"] = "SUPPORTED",
            ["version"] = "",
            ["min_version"] = "",
            ["updated"] = "2011-01-21T11:33:21Z",
            ["links"] = new JsonArray(new JsonObject { ["rel"] = "self", ["href"] = $"{request.Base}/v2/" }),
        };

    private JsonObject VersionTwoOne(OpenStackRequest request) =>
        new()
        {
            ["id"] = "v2.1",
            ["status"] = "CURRENT",
            ["version"] = versions.Max,
            ["min_version"] = versions.Min,
            ["updated"] = "2013-07-23T11:33:21Z",
            ["links"] = new JsonArray(new JsonObject { ["rel"] = "self", ["href"] = $"{request.Base}/v2.1/" }),
        };

    private static JsonObject Described(OpenStackRequest request, JsonObject version, string number)
    {
        ((JsonArray)version["links"]!).Add(
            new JsonObject
            {
                ["rel"] = "describedby",
                ["type"] = "text/html",
                ["href"] = "http://docs.openstack.org/",
            }
        );
        version["media-types"] = MediaTypes(number);
        return version;
    }

    private static JsonArray MediaTypes(string number) =>
        new(
            new JsonObject
            {
                ["base"] = "application/json",
                ["type"] = $"application/vnd.openstack.compute+json;version={number}",
            }
        );

    private static JsonObject Choice(OpenStackRequest request, string id, string root, string status, string number) =>
        new()
        {
            ["id"] = id,
            ["status"] = status,
            ["links"] = new JsonArray(
                new JsonObject { ["rel"] = "self", ["href"] = $"{request.Base}/{root}{request.Path}" }
            ),
            ["media-types"] = MediaTypes(number),
        };
}
