using Acceptance.Cloud.Live.Json;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Operations;
using Acceptance.Cloud.Shells;

namespace Acceptance.Cloud.Live.OpenStack;

/// <summary>Nova.</summary>
internal sealed class Compute(RestServices services) : ICompute
{
    public Task<Reading<IReadOnlyList<Server>>> Servers(
        Scope scope,
        bool allProjects = false,
        CancellationToken cancel = default
    ) =>
        services.List(
            new Question(
                OperationCatalogue.Servers.At(),
                scope,
                allProjects ? (ByHand)$"server list --all-projects --long" : $"server list --long"
            ) with
            {
                Query = allProjects ? [("all_tenants", "True")] : [],
            },
            "servers",
            ReadServer,
            cancel
        );

    public Task<Reading<Server>> Server(Scope scope, string id, CancellationToken cancel = default) =>
        services.One(
            new Question(OperationCatalogue.Server.At(id), scope, $"server show {id}"),
            answer => ReadServer(answer["server"]),
            cancel
        );

    public Task<Reading<IReadOnlyList<NovaHypervisor>>> Hypervisors(CancellationToken cancel = default) =>
        services.List(
            new Question(
                OperationCatalogue.Hypervisors.At(),
                Scope.Admin,
                $"compute service list --service nova-compute --long"
            ),
            "hypervisors",
            found => new NovaHypervisor(
                found["id"].Scalar(),
                found["hypervisor_hostname"].Text(),
                found["state"].StateOrUnsaid<ServiceState>(),
                found["status"].StateOrUnsaid<ServiceStatus>()
            )
            {
                ServiceHost = found["service"]["host"].TextOrNull(),
                DisabledReason = found["service"]["disabled_reason"].TextOrNull() is { Length: > 0 } said ? said : null,
            },
            cancel
        );

    public Task<Reading<IReadOnlyList<ComputeService>>> Services(CancellationToken cancel = default) =>
        services.List(
            new Question(OperationCatalogue.ComputeServices.At(), Scope.Admin, $"compute service list"),
            "services",
            found => new ComputeService(
                found["binary"].Text(),
                found["host"].Text(),
                found["state"].StateOrUnsaid<ServiceState>(),
                found["status"].StateOrUnsaid<ServiceStatus>()
            ),
            cancel
        );

    // is_public=None is how an admin asks for private flavors too; others get the public ones all the same.
    public Task<Reading<IReadOnlyList<Flavor>>> Flavors(Scope scope, CancellationToken cancel = default) =>
        services.List(
            new Question(OperationCatalogue.Flavors.At(), scope, $"flavor list --all") with
            {
                Query = [("is_public", "None")],
            },
            "flavors",
            found => new Flavor(
                found["id"].Text(),
                found["name"].Text(),
                found["ram"].Int(),
                found["vcpus"].Int(),
                found["disk"].Int()
            ),
            cancel
        );

    public Task<Reading<IReadOnlyList<string>>> Keypairs(Scope scope, CancellationToken cancel = default) =>
        services.List(
            new Question(OperationCatalogue.Keypairs.At(), scope, $"keypair list"),
            "keypairs",
            found => found["keypair"]["name"].Text(),
            cancel
        );

    public Task<Reading<Done>> Start(Scope scope, string serverId, CancellationToken cancel = default) =>
        services.Do(
            new Question(OperationCatalogue.StartServer.At(serverId), scope, $"server start {serverId}") with
            {
                Json = """{"os-start": null}""",
            },
            cancel
        );

    public Task<Reading<Done>> Delete(Scope scope, string serverId, CancellationToken cancel = default) =>
        services.Do(
            new Question(OperationCatalogue.DeleteServer.At(serverId), scope, $"server delete {serverId}"),
            cancel
        );

    private static Server ReadServer(Field server) =>
        new(
            server["id"].Text(),
            server["name"].Text(),
            server["status"].StateOrUnsaid<ServerStatus>(),
            server["tenant_id"].Text(),
            server["OS-EXT-SRV-ATTR:host"].TextOrNull(),
            server["flavor"].IsAbsent ? null : server["flavor"]["original_name"].TextOrNull(),
            [
                .. server["addresses"]
                    .Members()
                    .SelectMany(network => network.Value.List())
                    .Select(address => address["addr"].Text()),
            ],
            server["created"].Time(),
            server["fault"]["message"].TextOrNull()
        );
}
