using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.Infrastructure;
using Acceptance.Cloud.Twin.World.LoadBalancing;

namespace Acceptance.Cloud.Twin.Wire.LoadBalancing;

/// <summary>Octavia's objects on the wire, keys in the order of the captures (API v2.28).</summary>
internal static class OctaviaJson
{
    public static JsonObject LoadBalancer(OctaviaLoadBalancer balancer, bool zed, bool created = false)
    {
        var json = new JsonObject();
        if (created)
            Children(json, balancer);
        json["id"] = balancer.Id;
        json["name"] = balancer.Name;
        json["description"] = balancer.Description;
        json["provisioning_status"] = balancer.Provisioning.Word();
        json["operating_status"] = balancer.Operating.Word();
        json["admin_state_up"] = balancer.AdminStateUp;
        json["project_id"] = balancer.ProjectId;
        json["created_at"] = WireTime.Plain(balancer.CreatedAt);
        json["updated_at"] = Moment(balancer.UpdatedAt);
        json["vip_address"] = balancer.VipAddress;
        json["vip_port_id"] = balancer.VipPortId;
        json["vip_subnet_id"] = balancer.VipSubnetId;
        json["vip_network_id"] = balancer.VipNetworkId;
        json["additional_vips"] = new JsonArray();
        if (!created)
            Children(json, balancer);
        json["provider"] = "amphora";
        json["flavor_id"] = null;
        json["vip_qos_policy_id"] = null;
        json["tags"] = Texts(balancer.Tags);
        json["availability_zone"] = null;
        if (!zed)
            json["vip_vnic_type"] = "normal";
        json["tenant_id"] = balancer.ProjectId;
        return json;
    }

    public static JsonObject Listener(OctaviaListener listener)
    {
        var json = new JsonObject
        {
            ["id"] = listener.Id,
            ["name"] = listener.Name,
            ["description"] = listener.Description,
            ["provisioning_status"] = listener.Provisioning.Word(),
            ["operating_status"] = listener.Operating.Word(),
            ["admin_state_up"] = listener.AdminStateUp,
            ["protocol"] = listener.Protocol,
            ["protocol_port"] = listener.Port,
            ["connection_limit"] = listener.ConnectionLimit,
            ["default_tls_container_ref"] = null,
            ["sni_container_refs"] = new JsonArray(),
            ["project_id"] = listener.ProjectId,
            ["default_pool_id"] = listener.DefaultPoolId,
            ["l7policies"] = new JsonArray(),
            ["insert_headers"] = new JsonObject(),
            ["created_at"] = WireTime.Plain(listener.CreatedAt),
            ["updated_at"] = Moment(listener.UpdatedAt),
            ["loadbalancers"] = References(listener.LoadBalancerId),
            ["timeout_client_data"] = 50000,
            ["timeout_member_connect"] = 5000,
            ["timeout_member_data"] = 50000,
            ["timeout_tcp_inspect"] = 0,
            ["tags"] = Texts(listener.Tags),
        };
        Tls(json);
        json["tenant_id"] = listener.ProjectId;
        return json;
    }

    private static void Tls(JsonObject json)
    {
        json["client_ca_tls_container_ref"] = null;
        json["client_authentication"] = "NONE";
        json["client_crl_container_ref"] = null;
        json["allowed_cidrs"] = null;
        json["tls_ciphers"] = null;
        json["tls_versions"] = null;
        json["alpn_protocols"] = null;
    }

    public static JsonObject Pool(OctaviaPool pool, OctaviaLoadBalancer balancer)
    {
        var json = new JsonObject
        {
            ["id"] = pool.Id,
            ["name"] = pool.Name,
            ["description"] = pool.Description,
            ["provisioning_status"] = pool.Provisioning.Word(),
            ["operating_status"] = pool.Operating.Word(),
            ["admin_state_up"] = pool.AdminStateUp,
            ["protocol"] = pool.Protocol,
            ["lb_algorithm"] = pool.Algorithm,
            ["session_persistence"] = null,
            ["project_id"] = pool.ProjectId,
            ["loadbalancers"] = References(balancer.Id),
            ["listeners"] = References(ListenersOn(pool, balancer)),
            ["created_at"] = WireTime.Plain(pool.CreatedAt),
            ["updated_at"] = Moment(pool.UpdatedAt),
        };
        if (pool.Monitor is { } monitor)
            json["healthmonitor_id"] = monitor.Id;
        json["members"] = References([.. pool.Members.Select(member => member.Id)]);
        json["tags"] = Texts(pool.Tags);
        foreach (var none in new[] { "tls_container_ref", "ca_tls_container_ref", "crl_container_ref" })
            json[none] = null;
        json["tls_enabled"] = false;
        foreach (var none in new[] { "tls_ciphers", "tls_versions", "alpn_protocols" })
            json[none] = null;
        json["tenant_id"] = pool.ProjectId;
        return json;
    }

    private static string[] ListenersOn(OctaviaPool pool, OctaviaLoadBalancer balancer) =>
        [.. balancer.Listeners.Where(listener => listener.DefaultPoolId == pool.Id).Select(listener => listener.Id)];

    public static JsonObject Member(OctaviaMember member) =>
        new()
        {
            ["id"] = member.Id,
            ["name"] = member.Name,
            ["operating_status"] = member.Operating.Word(),
            ["provisioning_status"] = member.Provisioning.Word(),
            ["admin_state_up"] = member.AdminStateUp,
            ["address"] = member.Address,
            ["protocol_port"] = member.Port,
            ["weight"] = member.Weight,
            ["backup"] = false,
            ["subnet_id"] = member.SubnetId,
            ["project_id"] = member.ProjectId,
            ["created_at"] = WireTime.Plain(member.CreatedAt),
            ["updated_at"] = Moment(member.UpdatedAt),
            ["monitor_address"] = null,
            ["monitor_port"] = null,
            ["tags"] = Texts(member.Tags),
            ["tenant_id"] = member.ProjectId,
        };

    public static JsonObject Monitor(OctaviaHealthMonitor monitor, string poolId) =>
        new()
        {
            ["id"] = monitor.Id,
            ["name"] = monitor.Name,
            ["type"] = monitor.Type,
            ["delay"] = monitor.Delay,
            ["timeout"] = monitor.Timeout,
            ["max_retries"] = monitor.MaxRetries,
            ["max_retries_down"] = 3,
            ["http_method"] = monitor.Type.StartsWith("HTTP", StringComparison.Ordinal) ? "GET" : null,
            ["url_path"] = monitor.UrlPath,
            ["expected_codes"] = monitor.Type.StartsWith("HTTP", StringComparison.Ordinal) ? "200" : null,
            ["admin_state_up"] = monitor.AdminStateUp,
            ["project_id"] = monitor.ProjectId,
            ["pools"] = References(poolId),
            ["provisioning_status"] = monitor.Provisioning.Word(),
            ["operating_status"] = monitor.Operating.Word(),
            ["created_at"] = WireTime.Plain(monitor.CreatedAt),
            ["updated_at"] = Moment(monitor.UpdatedAt),
            ["tags"] = Texts(monitor.Tags),
            ["http_version"] = null,
            ["domain_name"] = null,
            ["tenant_id"] = monitor.ProjectId,
        };

    public static JsonObject Amphora(Amphora amphora, string flavorId) =>
        new()
        {
            ["id"] = amphora.Id,
            ["loadbalancer_id"] = amphora.LoadBalancerId,
            ["compute_id"] = amphora.ComputeId,
            ["lb_network_ip"] = amphora.LbNetworkIp,
            ["vrrp_ip"] = amphora.VrrpIp,
            ["ha_ip"] = amphora.HaIp,
            ["vrrp_port_id"] = amphora.VrrpPortId,
            ["ha_port_id"] = amphora.HaPortId,
            ["cert_expiration"] = WireTime.Plain(amphora.CertExpiration),
            ["cert_busy"] = false,
            ["role"] = amphora.Role,
            ["status"] = amphora.Status.Word(),
            ["vrrp_interface"] = null,
            ["vrrp_id"] = amphora.VrrpPortId is null ? null : 1,
            ["vrrp_priority"] = null,
            ["cached_zone"] = amphora.CachedZone,
            ["created_at"] = WireTime.Plain(amphora.CreatedAt),
            ["updated_at"] = Moment(amphora.UpdatedAt),
            ["image_id"] = amphora.Role is null ? null : amphora.ImageId,
            ["compute_flavor"] = amphora.ComputeId is null ? null : flavorId,
        };

    /// <summary>GET .../status: the tree with its states.</summary>
    public static JsonObject Tree(OctaviaLoadBalancer balancer) =>
        new()
        {
            ["id"] = balancer.Id,
            ["name"] = balancer.Name,
            ["operating_status"] = balancer.Operating.Word(),
            ["provisioning_status"] = balancer.Provisioning.Word(),
            ["listeners"] = new JsonArray([
                .. balancer.Listeners.Select(listener => new JsonObject
                {
                    ["id"] = listener.Id,
                    ["name"] = listener.Name,
                    ["operating_status"] = listener.Operating.Word(),
                    ["provisioning_status"] = listener.Provisioning.Word(),
                    ["pools"] = new JsonArray([
                        .. balancer.Pools.Where(pool => pool.Id == listener.DefaultPoolId).Select(TreePool),
                    ]),
                }),
            ]),
        };

    private static JsonObject TreePool(OctaviaPool pool)
    {
        var json = new JsonObject
        {
            ["id"] = pool.Id,
            ["name"] = pool.Name,
            ["provisioning_status"] = pool.Provisioning.Word(),
            ["operating_status"] = pool.Operating.Word(),
        };
        if (pool.Monitor is { } monitor)
        {
            json["health_monitor"] = new JsonObject
            {
                ["id"] = monitor.Id,
                ["name"] = monitor.Name,
                ["type"] = monitor.Type,
                ["provisioning_status"] = monitor.Provisioning.Word(),
                ["operating_status"] = monitor.Operating.Word(),
            };
        }

        json["members"] = new JsonArray([
            .. pool.Members.Select(member => new JsonObject
            {
                ["id"] = member.Id,
                ["name"] = member.Name,
                ["operating_status"] = member.Operating.Word(),
                ["provisioning_status"] = member.Provisioning.Word(),
                ["address"] = member.Address,
                ["protocol_port"] = member.Port,
            }),
        ]);
        return json;
    }

    private static void Children(JsonObject json, OctaviaLoadBalancer balancer)
    {
        json["listeners"] = References([.. balancer.Listeners.Select(listener => listener.Id)]);
        json["pools"] = References([.. balancer.Pools.Select(pool => pool.Id)]);
    }

    private static JsonArray References(params string[] ids) =>
        new([.. ids.Select(id => new JsonObject { ["id"] = id })]);

    private static JsonArray Texts(IEnumerable<string> all) => new([.. all.Select(one => JsonValue.Create(one))]);

    private static string? Moment(DateTimeOffset? at) => at is { } moment ? WireTime.Plain(moment) : null;
}
