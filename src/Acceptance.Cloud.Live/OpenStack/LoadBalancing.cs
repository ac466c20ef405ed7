using Acceptance.Cloud.Live.Json;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Operations;
using Acceptance.Cloud.Shells;

namespace Acceptance.Cloud.Live.OpenStack;

/// <summary>Octavia.</summary>
internal sealed class LoadBalancing(RestServices services) : ILoadBalancing
{
    private static readonly string[] Fields =
    [
        "id",
        "name",
        "provisioning_status",
        "operating_status",
        "vip_address",
        "vip_port_id",
        "project_id",
        "provider",
        "description",
        "tags",
        "created_at",
        "updated_at",
    ];

    public Task<Reading<IReadOnlyList<LoadBalancer>>> LoadBalancers(Scope scope, CancellationToken cancel = default)
    {
        var question = new Question(OperationCatalogue.LoadBalancers.At(), scope, $"loadbalancer list") with
        {
            Query = [.. Fields.Select(field => ("fields", field))],
        };
        return services.Own(
            question,
            services.List(question, "loadbalancers", Read, cancel),
            (one, project) => one.ProjectId == project,
            cancel
        );
    }

    public Task<Reading<LoadBalancer>> LoadBalancer(Scope scope, string id, CancellationToken cancel = default) =>
        services.One(
            new Question(OperationCatalogue.LoadBalancer.At(id), scope, $"loadbalancer show {id}"),
            answer => Read(answer["loadbalancer"]),
            cancel
        );

    public Task<Reading<IReadOnlyList<Amphora>>> Amphorae(CancellationToken cancel = default) =>
        services.List(
            new Question(OperationCatalogue.Amphorae.At(), Scope.Admin, $"loadbalancer amphora list"),
            "amphorae",
            found => new Amphora(
                found["id"].Text(),
                found["loadbalancer_id"].TextOrNull(),
                found["compute_id"].TextOrNull(),
                found["role"].TextOrNull(),
                found["status"].StateOrUnsaid<AmphoraStatus>(),
                found["created_at"].TimeOrNull()
            )
            {
                Updated = found["updated_at"].TimeOrNull(),
            },
            cancel
        );

    public Task<Reading<Done>> Failover(string loadBalancerId, CancellationToken cancel = default) =>
        services.Do(
            new Question(
                OperationCatalogue.FailOver.At(loadBalancerId),
                Scope.Admin,
                $"loadbalancer failover {loadBalancerId}"
            ),
            cancel
        );

    public Task<Reading<Done>> Delete(Scope scope, string loadBalancerId, CancellationToken cancel = default) =>
        services.Do(
            new Question(
                OperationCatalogue.DeleteLoadBalancer.At(loadBalancerId),
                scope,
                $"loadbalancer delete --cascade {loadBalancerId}"
            ) with
            {
                Query = [("cascade", "True")],
            },
            cancel
        );

    private static LoadBalancer Read(Field found) =>
        new(
            found["id"].Text(),
            found["name"].TextOrNull() ?? "",
            found["provisioning_status"].StateOrUnsaid<ProvisioningStatus>(),
            found["operating_status"].StateOrUnsaid<OperatingStatus>(),
            found["vip_address"].TextOrNull() ?? "",
            found["vip_port_id"].TextOrNull() ?? "",
            found["project_id"].TextOrNull() ?? "",
            found["provider"].TextOrNull() ?? "",
            found["description"].TextOrNull() ?? "",
            [.. found["tags"].ListOrNone().Select(tag => tag.Text())],
            found["created_at"].TimeOrNull(),
            found["updated_at"].TimeOrNull()
        );
}
