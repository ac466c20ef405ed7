using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;

namespace Acceptance.Cloud.Twin.Wire.LoadBalancing;

/// <summary>Amphorae (an operator's only), providers, flavors, quotas, and the service's own pages.</summary>
internal sealed partial class OctaviaWire
{
    private const string AmphoraKeys =
        "id loadbalancer_id compute_id lb_network_ip vrrp_ip ha_ip vrrp_port_id ha_port_id cert_expiration cert_busy role status vrrp_interface vrrp_id "
        + "vrrp_priority cached_zone created_at updated_at image_id compute_flavor";

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

    private string[] Dates => IsZed ? VersionDates[..27] : VersionDates;

    private void MapAmphorae(string root)
    {
        Map(
            "GET",
            root,
            request =>
            {
                DemandOperator(request);
                return List(
                    request,
                    "amphorae",
                    AmphoraKeys,
                    Octavia.Amphorae.Select(amphora => OctaviaJson.Amphora(amphora, Octavia.AmphoraFlavor.Id))
                );
            }
        );
        Map(
            "GET",
            $"{root}/{{id}}",
            request =>
            {
                DemandOperator(request);
                return Envelope("amphora", OctaviaJson.Amphora(KnownAmphora(request), Octavia.AmphoraFlavor.Id));
            }
        );
        Map(
            "PUT",
            $"{root}/{{id}}/failover",
            request =>
            {
                DemandOperator(request);
                Octavia.Failover(Known(KnownAmphora(request).LoadBalancerId));
                return WireAnswer.Empty(202);
            }
        );
    }

    private World.LoadBalancing.Amphora KnownAmphora(OpenStackRequest request) =>
        Octavia.Amphorae.FirstOrDefault(amphora => amphora.Id == request["id"])
        ?? throw new ApiRefusal(404, $"Amphora {request["id"]} not found.");

    private void MapSettings(string root)
    {
        Map(
            "GET",
            $"{root}/providers",
            request =>
            {
                DemandReader(request);
                return WireAnswer.Ok(
                    new JsonObject
                    {
                        ["providers"] = new JsonArray(
                            new JsonObject { ["name"] = "amphora", ["description"] = "The Octavia Amphora driver." },
                            new JsonObject
                            {
                                ["name"] = "octavia",
                                ["description"] = "Deprecated alias of the Octavia Amphora driver.",
                            },
                            new JsonObject { ["name"] = "ovn", ["description"] = "Octavia OVN driver." }
                        ),
                    }
                );
            }
        );
        Map(
            "GET",
            $"{root}/flavors",
            request => List(request, "flavors", "id name description enabled flavor_profile_id", [])
        );
        // Only projects with a quota of their own are listed, and none has one.
        Map(
            "GET",
            $"{root}/quotas",
            request =>
                List(
                    request,
                    "quotas",
                    "project_id load_balancer listener member pool health_monitor l7policy l7rule",
                    []
                )
        );
        Map("GET", $"{root}/quotas/defaults", _ => Envelope("quota", Quota()));
        Map(
            "GET",
            $"{root}/quotas/{{id}}",
            request =>
            {
                DemandReader(request, request["id"]);
                return Envelope("quota", Quota());
            }
        );
    }

    private static JsonObject Quota()
    {
        var quota = new JsonObject();
        foreach (
            var kind in new[] { "load_balancer", "listener", "member", "pool", "health_monitor", "l7policy", "l7rule" }
        )
            quota[kind] = -1;
        return quota;
    }

    private WireAnswer VersionList(OpenStackRequest request) =>
        WireAnswer.Ok(
            new JsonObject
            {
                ["versions"] = new JsonArray([
                    .. Dates.Select(
                        (date, minor) =>
                            new JsonObject
                            {
                                ["id"] = $"v2.{minor}",
                                ["status"] = minor == Dates.Length - 1 ? "CURRENT" : "SUPPORTED",
                                ["updated"] = $"{date}:00:00Z",
                                ["links"] = new JsonArray(
                                    new JsonObject { ["href"] = $"{request.Base}/v2", ["rel"] = "self" }
                                ),
                            }
                    ),
                ]),
            }
        );

    private static WireAnswer Health(OpenStackRequest request) =>
        request.Header("Accept")?.Contains("json", StringComparison.Ordinal) == true
            ? WireAnswer.Ok(new JsonObject { ["detailed"] = false, ["reasons"] = new JsonArray() })
            : WireAnswer.Empty(200, "text/plain; charset=UTF-8");
}
