using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Compute;
using static Acceptance.Cloud.Twin.Wire.Compute.ComputePolicy;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>Quotas of a project.</summary>
internal sealed class ComputeQuotas(Nova nova) : IResource
{
    public IReadOnlyList<Route> Routes =>
        [
            Route.Get(
                "/v2.1/os-quota-sets/{id}",
                request => Envelope(Quota(request["id"], nova.QuotaOf(request["id"])))
            ),
            Route.Get(
                "/v2.1/os-quota-sets/{id}/defaults",
                request => Envelope(Quota(request["id"], nova.StandardQuota))
            ),
            Route.Put("/v2.1/os-quota-sets/{id}", Update),
        ];

    private static WireAnswer Envelope(JsonObject quota) => WireAnswer.Ok(new JsonObject { ["quota_set"] = quota });

    private WireAnswer Update(OpenStackRequest request)
    {
        DemandAdmin(request, "os-quota-sets:update");
        var wanted = request.Json("quota_set");
        var old = nova.QuotaOf(request["id"]);
        int Limit(string name, int otherwise) =>
            wanted[name] is JsonValue value && value.TryGetValue<int>(out var number) ? number : otherwise;
        nova.SetQuota(
            request["id"],
            new ComputeQuota(Limit("instances", old.Instances), Limit("cores", old.Cores), Limit("ram", old.MemoryMb))
        );
        var body = Quota(request["id"], nova.QuotaOf(request["id"]));
        body.Remove("id");
        return Envelope(body);
    }

    private static JsonObject Quota(string project, ComputeQuota quota) =>
        new()
        {
            ["id"] = project,
            ["cores"] = quota.Cores,
            ["fixed_ips"] = -1,
            ["floating_ips"] = -1,
            ["injected_file_content_bytes"] = 10240,
            ["injected_file_path_bytes"] = 255,
            ["injected_files"] = 5,
            ["instances"] = quota.Instances,
            ["key_pairs"] = 100,
            ["metadata_items"] = 128,
            ["ram"] = quota.MemoryMb,
            ["security_group_rules"] = -1,
            ["security_groups"] = -1,
            ["server_group_members"] = 10,
            ["server_groups"] = 10,
        };
}
