using System.Text.Json.Nodes;
using Acceptance.Cloud.Live.Json;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.Live.Transport;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Operations;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Shells;

namespace Acceptance.Cloud.Live.OpenStack;

/// <summary>Magnum.</summary>
internal sealed class ContainerInfra(RestServices services) : IContainerInfra
{
    // The client's own default, in minutes; a template's or a cluster's creation is given up by Magnum after it.
    private const int CreateTimeout = 60;

    /// <summary>
    /// What the project means by each name: its own template, else the one that the administrator made public. An
    /// administrator is shown every project's, and one that another tenant made public is not ours, whatever its name.
    /// </summary>
    public Task<Reading<IReadOnlyList<ClusterTemplate>>> Templates(Scope scope, CancellationToken cancel = default)
    {
        var question = new Question(OperationCatalogue.ClusterTemplates.At(), scope, $"coe cluster template list");
        var listed = services.List(
            question,
            "clustertemplates",
            found => new OwnedTemplate(
                ReadTemplate(found),
                found["project_id"].TextOrNull() ?? "",
                found["public"].Flag(whenAbsent: false)
            ),
            cancel
        );
        return services
            .Meant(question, listed, OwnedTemplate.Meant, cancel)
            .Select(all => (IReadOnlyList<ClusterTemplate>)[.. all.Select(one => one.Template)]);
    }

    public Task<Reading<ClusterTemplate>> CreateTemplate(
        Scope scope,
        ClusterTemplateRequest request,
        CancellationToken cancel = default
    )
    {
        var body = new JsonObject
        {
            ["name"] = request.Name,
            ["coe"] = request.Coe,
            ["server_type"] = "vm",
            ["image_id"] = request.Image,
            ["external_network_id"] = request.ExternalNetwork,
            ["master_flavor_id"] = request.MasterFlavor,
            ["flavor_id"] = request.WorkerFlavor,
            ["master_lb_enabled"] = request.MasterLb,
            ["floating_ip_enabled"] = request.FloatingIp,
            ["network_driver"] = request.NetworkDriver,
            ["dns_nameserver"] = request.DnsNameserver,
            ["docker_storage_driver"] = request.DockerStorageDriver,
            ["labels"] = Labels(request.Labels),
            ["public"] = false,
            ["registry_enabled"] = false,
            ["tls_disabled"] = false,
        };
        return services.One(
            new Question(OperationCatalogue.CreateClusterTemplate.At(), scope, TypedTemplate(request)) with
            {
                Json = body.ToJsonString(),
            },
            ReadTemplate,
            cancel
        );
    }

    public Task<Reading<IReadOnlyList<MagnumCluster>>> Clusters(Scope scope, CancellationToken cancel = default) =>
        services.List(
            new Question(OperationCatalogue.Clusters.At(), scope, $"coe cluster list"),
            "clusters",
            ReadCluster,
            cancel
        );

    public Task<Reading<MagnumCluster>> Cluster(Scope scope, string nameOrId, CancellationToken cancel = default) =>
        services.One(
            new Question(OperationCatalogue.Cluster.At(nameOrId), scope, $"coe cluster show {nameOrId}"),
            ReadCluster,
            cancel
        );

    public Task<Reading<string>> CreateCluster(Scope scope, ClusterRequest request, CancellationToken cancel = default)
    {
        var body = new JsonObject
        {
            ["name"] = request.Name,
            ["cluster_template_id"] = request.TemplateUuid,
            ["keypair"] = request.Keypair,
            ["master_count"] = request.Masters,
            ["node_count"] = request.Workers,
            ["create_timeout"] = CreateTimeout,
        };
        // Without merge_labels Magnum would drop the template's labels for ours.
        if (request.MergedLabels.Count > 0)
            (body["labels"], body["merge_labels"]) = (Labels(request.MergedLabels), true);
        var labels =
            request.MergedLabels.Count > 0 ? (ByHand)$" --labels {Typed(request.MergedLabels)} --merge-labels" : $"";
        return services.One(
            new Question(
                OperationCatalogue.CreateCluster.At(),
                scope,
                $"coe cluster create {request.Name} --cluster-template {request.TemplateUuid} --keypair "
                    + $"{request.Keypair} --master-count {request.Masters} --node-count {request.Workers}{labels}"
            ) with
            {
                Json = body.ToJsonString(),
            },
            answer => answer["uuid"].Text(),
            cancel
        );
    }

    public Task<Reading<Done>> DeleteCluster(Scope scope, string uuid, CancellationToken cancel = default) =>
        services.Do(
            new Question(OperationCatalogue.DeleteCluster.At(uuid), scope, $"coe cluster delete {uuid}"),
            cancel
        );

    public async Task<Reading<string>> Kubeconfig(
        Scope scope,
        MagnumCluster cluster,
        CancellationToken cancel = default
    )
    {
        ByHand byHand = $"coe cluster config {cluster.Name} --dir <a folder of mode 700>";
        var address = ApiOf(cluster);
        if (address is not Reading<Uri>.Seen { Value: var api })
            return address.As<string>();
        using var admin = new ClusterCertificate();
        return await services
            .One(
                new Question(OperationCatalogue.ClusterAuthority.At(cluster.Uuid), scope, byHand) with
                {
                    Secret = true,
                },
                answer => answer["pem"].Text(),
                cancel
            )
            .Then(authority =>
                services.One(
                    new Question(OperationCatalogue.SignCertificate.At(), scope, byHand) with
                    {
                        Json = admin.Request(cluster.Uuid),
                        Secret = true,
                    },
                    answer => admin.Kubeconfig(cluster.Name, api, authority, answer["pem"].Text()),
                    cancel
                )
            );
    }

    private static Reading<Uri> ApiOf(MagnumCluster cluster)
    {
        const string nothing = "there is nothing for a kubeconfig to point at.";
        if (cluster.ApiAddress is not { Length: > 0 } address)
        {
            return new Reading<Uri>.Unread(
                Unreadable.NotFound,
                $"The cluster {cluster.Name} has no api_address yet (it is {cluster.Status}): {nothing}",
                Evidence.None
            );
        }

        return
            SiteForms.IsUrl(address)
            && Uri.TryCreate(address, UriKind.Absolute, out var api)
            && api is { Scheme: "https", UserInfo: "" }
            ? new Reading<Uri>.Seen(api, Evidence.None)
            : new Reading<Uri>.Unread(
                Unreadable.Garbled,
                $"The api_address of the cluster {cluster.Name} is {Bounds.Quote(address)}, which is no https URL: "
                    + $"{nothing}",
                Evidence.None
            );
    }

    private static ClusterTemplate ReadTemplate(Field found) =>
        new(
            found["uuid"].Text(),
            found["name"].TextOrNull() ?? "",
            found["coe"].Text(),
            found["image_id"].Text(),
            found["external_network_id"].TextOrNull() ?? "",
            found["master_flavor_id"].TextOrNull() ?? "",
            found["flavor_id"].TextOrNull() ?? "",
            found["master_lb_enabled"].Flag(whenAbsent: false),
            found["floating_ip_enabled"].Flag(whenAbsent: false),
            found["network_driver"].TextOrNull(),
            found["dns_nameserver"].TextOrNull(),
            found["docker_storage_driver"].TextOrNull(),
            found["labels"].Texts()
        );

    private static MagnumCluster ReadCluster(Field found) =>
        new(
            found["uuid"].Text(),
            found["name"].TextOrNull() ?? "",
            found["status"].StateOrUnsaid<ClusterStatus>(),
            found["status_reason"].TextOrNull(),
            found["health_status"].StateOrUnsaid<ClusterHealthStatus>(),
            Health(found["health_status_reason"]),
            found["api_address"].TextOrNull(),
            found["master_count"].IntOrNull() ?? 0,
            found["node_count"].IntOrNull() ?? 0,
            found["cluster_template_id"].Text(),
            found["stack_id"].TextOrNull(),
            found["project_id"].Text(),
            found["user_id"].TextOrNull() ?? "",
            found["labels"].Texts(),
            found["created_at"].Time()
        )
        {
            Faults = found["faults"].Texts(),
        };

    // A driver may group its nodes: what it says of a group stands as it is written.
    private static Dictionary<string, State<ComponentHealth>> Health(Field reasons) =>
        reasons
            .Members()
            .Where(one => !one.Value.IsAbsent)
            .ToDictionary(
                one => one.Name,
                one =>
                    State<ComponentHealth>.Read(
                        one.Value.IsObject || one.Value.IsList ? one.Value.Raw() : one.Value.Scalar()
                    ),
                StringComparer.Ordinal
            );

    private static JsonObject Labels(IReadOnlyDictionary<string, string> labels) =>
        new(labels.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, pair.Value)));

    private static string Typed(IReadOnlyDictionary<string, string> labels) =>
        string.Join(',', labels.Select(pair => $"{pair.Key}={pair.Value}"));

    private static ByHand TypedTemplate(ClusterTemplateRequest request) =>
        $"coe cluster template create {request.Name} --coe {request.Coe} --server-type vm"
        + $" --image {request.Image} --external-network {request.ExternalNetwork}"
        + $" --master-flavor {request.MasterFlavor} --flavor {request.WorkerFlavor}"
        + $"{(request.MasterLb ? (ByHand)$" --master-lb-enabled" : $"")}"
        + $"{(request.FloatingIp ? (ByHand)$" --floating-ip-enabled" : $"")}"
        + $" --network-driver {request.NetworkDriver} --dns-nameserver {request.DnsNameserver}"
        + $" --docker-storage-driver {request.DockerStorageDriver} --labels {Typed(request.Labels)}";

    private sealed record OwnedTemplate(ClusterTemplate Template, string ProjectId, bool IsPublic)
    {
        public static IEnumerable<OwnedTemplate> Meant(
            IReadOnlyList<OwnedTemplate> all,
            string project,
            string administrators
        ) =>
            all.Where(one => one.ProjectId == project || (one.IsPublic && one.ProjectId == administrators))
                .GroupBy(one => one.Template.Name)
                .SelectMany(named =>
                    named.Any(one => one.ProjectId == project) ? named.Where(one => one.ProjectId == project) : named
                );
    }
}
