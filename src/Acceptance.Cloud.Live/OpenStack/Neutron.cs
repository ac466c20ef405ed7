using Acceptance.Cloud.Live.Json;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Operations;
using Acceptance.Cloud.Shells;

namespace Acceptance.Cloud.Live.OpenStack;

/// <summary>Neutron. Lists ask for the fields that are read, and no others.</summary>
internal sealed class Neutron(RestServices services) : INetworks
{
    public Task<Reading<IReadOnlyList<NeutronNetwork>>> Networks(Scope scope, CancellationToken cancel = default) =>
        List(
            Ask(
                scope,
                OperationCatalogue.Networks.At(),
                $"network list --long",
                "id",
                "name",
                "router:external",
                "status",
                "project_id",
                "created_at"
            ),
            "networks",
            found => new NeutronNetwork(
                found["id"].Text(),
                found["name"].Text(),
                found["router:external"].Flag(whenAbsent: false),
                found["status"].StateOrUnsaid<NetworkStatus>(),
                Owner(found),
                found["created_at"].TimeOrNull()
            ),
            (one, project) => one.External || one.ProjectId == project,
            cancel
        );

    public Task<Reading<IReadOnlyList<FloatingIp>>> FloatingIps(Scope scope, CancellationToken cancel = default) =>
        List(
            Ask(
                scope,
                OperationCatalogue.FloatingIps.At(),
                $"floating ip list --long",
                "id",
                "floating_ip_address",
                "port_id",
                "fixed_ip_address",
                "project_id",
                "description",
                "status"
            ),
            "floatingips",
            found => new FloatingIp(
                found["id"].Text(),
                found["floating_ip_address"].Text(),
                found["port_id"].TextOrNull(),
                found["fixed_ip_address"].TextOrNull(),
                Owner(found),
                found["description"].TextOrNull() ?? "",
                found["status"].StateOrUnsaid<FloatingIpStatus>()
            ),
            (one, project) => one.ProjectId == project,
            cancel
        );

    public Task<Reading<IReadOnlyList<Port>>> Ports(Scope scope, CancellationToken cancel = default) =>
        List(
            Ask(
                scope,
                OperationCatalogue.Ports.At(),
                $"port list --long",
                "id",
                "name",
                "device_owner",
                "device_id",
                "network_id",
                "project_id",
                "status",
                "fixed_ips"
            ),
            "ports",
            found => new Port(
                found["id"].Text(),
                found["name"].TextOrNull() ?? "",
                found["device_owner"].TextOrNull() ?? "",
                found["device_id"].TextOrNull() ?? "",
                found["network_id"].Text(),
                Owner(found),
                found["status"].StateOrUnsaid<PortStatus>(),
                [.. found["fixed_ips"].ListOrNone().Select(address => address["ip_address"].Text())]
            ),
            (one, project) => one.ProjectId == project,
            cancel
        );

    public Task<Reading<Done>> DeleteFloatingIp(Scope scope, string id, CancellationToken cancel = default) =>
        services.Do(Ask(scope, OperationCatalogue.DeleteFloatingIp.At(id), $"floating ip delete {id}"), cancel);

    public Task<Reading<Done>> DeletePort(Scope scope, string id, CancellationToken cancel = default) =>
        services.Do(Ask(scope, OperationCatalogue.DeletePort.At(id), $"port delete {id}"), cancel);

    private Task<Reading<IReadOnlyList<T>>> List<T>(
        Question question,
        string collection,
        Func<Field, T> read,
        Func<T, string, bool> mine,
        CancellationToken cancel
    ) => services.Own(question, services.List(question, collection, read, cancel), mine, cancel);

    // project_id is the alias of tenant_id; a service behind an old extension list gives only the latter.
    private static string Owner(Field found) =>
        found["project_id"].TextOrNull() ?? found["tenant_id"].TextOrNull() ?? "";

    private static Question Ask(Scope scope, OperationCall operation, ByHand byHand, params string[] fields) =>
        new(operation, scope, byHand) { Query = [.. fields.Select(field => ("fields", field))] };
}
