using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.LoadBalancing;
using static Acceptance.Cloud.Twin.Wire.LoadBalancing.OctaviaBody;
using static Acceptance.Cloud.Twin.Wire.LoadBalancing.OctaviaPolicy;

namespace Acceptance.Cloud.Twin.Wire.LoadBalancing;

/// <summary>Members of a pool.</summary>
internal sealed class Members(string root, Octavia octavia) : IResource
{
    private const string Keys =
        "id name provisioning_status operating_status admin_state_up address protocol_port weight backup "
        + "subnet_id project_id tenant_id created_at updated_at monitor_address monitor_port tags tags-any "
        + "not-tags";

    public IReadOnlyList<Route> Routes =>
        [
            Route.Get(root, List),
            Route.Post(root, Create),
            Route.Put(root, Replace),
            Route.Get($"{root}/{{id}}", Show),
            Route.Put($"{root}/{{id}}", Update),
            Route.Delete($"{root}/{{id}}", Delete),
        ];

    private WireAnswer List(OpenStackRequest request) =>
        OctaviaList.Answer(
            request,
            "members",
            Keys,
            octavia.KnownPool(request["pool"], request, DemandReader).Pool.Members.Select(OctaviaJson.Member)
        );

    private WireAnswer Show(OpenStackRequest request) => Shown(Find(request, DemandReader).Member);

    private static WireAnswer Shown(OctaviaMember member, int status = 200) =>
        Envelope("member", OctaviaJson.Member(member), status);

    private WireAnswer Create(OpenStackRequest request)
    {
        var (balancer, pool) = octavia.KnownPool(request["pool"], request, DemandWriter);
        var body = Envelope(request, "member");
        var member = octavia.Parts.AddMember(
            balancer,
            pool,
            Address(body),
            body["subnet_id"]?.ToString(),
            body["weight"]?.GetValue<int>() ?? 1
        );
        Common(member, body);
        return Shown(member, 201);
    }

    /// <summary>The batch update: from now on these and no others.</summary>
    private WireAnswer Replace(OpenStackRequest request)
    {
        var (balancer, pool) = octavia.KnownPool(request["pool"], request, DemandWriter);
        var wanted = (request.Json()["members"] as JsonArray ?? []).OfType<JsonObject>().Select(Address).ToList();
        octavia.Parts.SetMembers(balancer, wanted, pool);
        return WireAnswer.Empty(202);
    }

    private static MemberAddress Address(JsonObject member) =>
        new(Needed(member, "address"), int.Parse(Needed(member, "protocol_port")), member["name"]?.ToString());

    private WireAnswer Update(OpenStackRequest request)
    {
        var (balancer, _, member) = Find(request, DemandWriter);
        var body = Envelope(request, "member");
        octavia.Parts.Change(
            balancer,
            () =>
            {
                Common(member, body);
                if (body["weight"] is { } weight)
                    member.Weight = weight.GetValue<int>();
            }
        );
        return Shown(member);
    }

    private WireAnswer Delete(OpenStackRequest request)
    {
        var (balancer, pool, member) = Find(request, DemandWriter);
        octavia.Parts.RemoveMember(balancer, pool, member);
        return WireAnswer.Empty(204);
    }

    private (OctaviaLoadBalancer Balancer, OctaviaPool Pool, OctaviaMember Member) Find(
        OpenStackRequest request,
        Action<OpenStackRequest, string?> demand
    )
    {
        var (balancer, pool) = octavia.KnownPool(request["pool"], request, demand);
        var member =
            pool.Members.Find(one => one.Id == request["id"])
            ?? throw new ApiRefusal(404, $"Member {request["id"]} not found.");
        return (balancer, pool, member);
    }
}
