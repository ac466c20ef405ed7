using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;

namespace Acceptance.Cloud.Twin.Wire.LoadBalancing;

/// <summary>Octavia's many versions, and its health.</summary>
internal sealed class OctaviaRoot(bool zed) : IResource
{
    /// <summary>When each minor version came (captures up to v2.26).</summary>
    private static readonly string[] VersionDates =
    [
        "2016-12-11T00",
        "2018-04-20T00",
        "2018-07-31T00",
        "2018-12-18T00",
        "2018-12-19T00",
        "2019-01-21T00",
        "2019-01-25T00",
        "2018-01-25T12",
        "2019-02-12T00",
        "2019-03-04T00",
        "2019-03-05T00",
        "2019-06-24T00",
        "2019-09-11T00",
        "2019-09-13T00",
        "2019-11-10T00",
        "2020-03-10T00",
        "2020-03-15T00",
        "2020-04-29T00",
        "2020-04-29T01",
        "2020-05-12T00",
        "2020-08-02T00",
        "2020-09-03T00",
        "2020-09-04T00",
        "2020-09-07T00",
        "2020-10-15T00",
        "2021-10-02T00",
        "2022-08-29T00",
        "2023-05-05T00",
        "2023-11-08T00",
    ];

    public IReadOnlyList<Route> Routes =>
        [Route.Get("/", Versions).ForAnyone(), Route.Get("/healthcheck", Health).ForAnyone()];

    private string[] Dates => zed ? VersionDates[..27] : VersionDates;

    private WireAnswer Versions(OpenStackRequest request) =>
        WireAnswer.Ok(
            new JsonObject
            {
                ["versions"] = new JsonArray([.. Dates.Select((date, minor) => Version(request, date, minor))]),
            }
        );

    private JsonObject Version(OpenStackRequest request, string date, int minor) =>
        new()
        {
            ["id"] = $"v2.{minor}",
            ["status"] = minor == Dates.Length - 1 ? "CURRENT" : "SUPPORTED",
            ["updated"] = $"{date}:00:00Z",
            ["links"] = new JsonArray(new JsonObject { ["href"] = $"{request.Base}/v2", ["rel"] = "self" }),
        };

    private static WireAnswer Health(OpenStackRequest request) =>
        request.Header("Accept")?.Contains("json", StringComparison.Ordinal) == true
            ? WireAnswer.Ok(new JsonObject { ["detailed"] = false, ["reasons"] = new JsonArray() })
            : WireAnswer.Empty(200, "text/plain; charset=UTF-8");
}
