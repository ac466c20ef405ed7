using Acceptance.Cloud.Permits;

namespace Acceptance.Cloud.Operations;

/// <summary>
/// All that the suite ever asks over HTTP. What is not here cannot be asked; the table of it is approved as text.
/// </summary>
public static class OperationCatalogue
{
    private static readonly List<Operation> Known = [];

    /// <summary>Asking for a token changes nothing, although it is a POST.</summary>
    public static Operation IssueToken { get; } = Harmless("identity.issue-token", "POST", "/auth/tokens");

    public static Operation OwnProjects { get; } = Read("identity.own-projects", "/auth/projects");

    public static Operation Domains { get; } = Read("identity.domains", "/domains");

    public static Operation Projects { get; } = Read("identity.projects", "/projects");

    public static Operation RoleAssignments { get; } = Read("identity.role-assignments", "/role_assignments");

    public static Operation ApplicationCredentials { get; } =
        Read("identity.application-credentials", "/users/{}/application_credentials");

    public static Operation ProjectTags { get; } = Read("identity.project-tags", "/projects/{}/tags");

    public static Operation AddProjectTag { get; } = Change("identity.add-project-tag", "PUT", "/projects/{}/tags/{}");

    public static Operation RemoveProjectTag { get; } =
        Change("identity.remove-project-tag", "DELETE", "/projects/{}/tags/{}");

    public static Operation CreateTrust { get; } = Change("identity.create-trust", "POST", "/OS-TRUST/trusts");

    public static Operation DeleteTrust { get; } = Change("identity.delete-trust", "DELETE", "/OS-TRUST/trusts/{}");

    public static Operation Servers { get; } = Read("compute.servers", "/servers/detail");

    public static Operation Server { get; } = Read("compute.server", "/servers/{}");

    /// <summary>With os-start in its body.</summary>
    public static Operation StartServer { get; } = Change("compute.start-server", "POST", "/servers/{}/action");

    public static Operation DeleteServer { get; } = Change("compute.delete-server", "DELETE", "/servers/{}");

    public static Operation Hypervisors { get; } = Read("compute.hypervisors", "/os-hypervisors/detail");

    public static Operation ComputeServices { get; } = Read("compute.services", "/os-services");

    public static Operation Flavors { get; } = Read("compute.flavors", "/flavors/detail");

    public static Operation Keypairs { get; } = Read("compute.keypairs", "/os-keypairs");

    public static Operation Networks { get; } = Read("network.networks", "/networks");

    public static Operation FloatingIps { get; } = Read("network.floating-ips", "/floatingips");

    public static Operation DeleteFloatingIp { get; } =
        Change("network.delete-floating-ip", "DELETE", "/floatingips/{}");

    public static Operation Ports { get; } = Read("network.ports", "/ports");

    public static Operation DeletePort { get; } = Change("network.delete-port", "DELETE", "/ports/{}");

    public static Operation Images { get; } = Read("image.images", "/images");

    public static Operation Image { get; } = Read("image.image", "/images/{}");

    public static Operation CreateImage { get; } = Change("image.create-image", "POST", "/images");

    public static Operation StageImage { get; } = Change("image.stage-image", "PUT", "/images/{}/stage");

    public static Operation ImportImage { get; } = Change("image.import-image", "POST", "/images/{}/import");

    public static Operation DeleteImage { get; } = Change("image.delete-image", "DELETE", "/images/{}");

    public static Operation LoadBalancers { get; } = Read("load-balancer.load-balancers", "/lbaas/loadbalancers");

    public static Operation LoadBalancer { get; } = Read("load-balancer.load-balancer", "/lbaas/loadbalancers/{}");

    public static Operation Amphorae { get; } = Read("load-balancer.amphorae", "/octavia/amphorae");

    public static Operation FailOver { get; } =
        Change("load-balancer.fail-over", "PUT", "/lbaas/loadbalancers/{}/failover");

    public static Operation DeleteLoadBalancer { get; } =
        Change("load-balancer.delete-load-balancer", "DELETE", "/lbaas/loadbalancers/{}");

    public static Operation ClusterTemplates { get; } = Read("container-infra.templates", "/clustertemplates");

    public static Operation CreateClusterTemplate { get; } =
        Change("container-infra.create-template", "POST", "/clustertemplates");

    public static Operation Clusters { get; } = Read("container-infra.clusters", "/clusters/detail");

    public static Operation Cluster { get; } = Read("container-infra.cluster", "/clusters/{}");

    public static Operation CreateCluster { get; } = Change("container-infra.create-cluster", "POST", "/clusters");

    public static Operation DeleteCluster { get; } = Change("container-infra.delete-cluster", "DELETE", "/clusters/{}");

    public static Operation ClusterAuthority { get; } = Read("container-infra.authority", "/certificates/{}");

    /// <summary>`coe cluster config` posts a certificate request: the cluster signs it, and keeps nothing.</summary>
    public static Operation SignCertificate { get; } =
        Change("container-infra.sign-certificate", "POST", "/certificates");

    public static Operation StoreSecret { get; } = Change("key-manager.store-secret", "POST", "/secrets");

    public static Operation DeleteSecret { get; } = Change("key-manager.delete-secret", "DELETE", "/secrets/{}");

    public static Operation ResourceProviders { get; } = Read("placement.providers", "/resource_providers");

    public static Operation Inventories { get; } = Read("placement.inventories", "/resource_providers/{}/inventories");

    public static Operation Usages { get; } = Read("placement.usages", "/resource_providers/{}/usages");

    public static Operation AllocationCandidates { get; } = Read("placement.candidates", "/allocation_candidates");

    public static Operation KubernetesVersion { get; } = Read("kubernetes.version", "/version/");

    public static Operation Nodes { get; } = Read("kubernetes.nodes", "/api/v1/nodes");

    public static Operation AllPods { get; } = Read("kubernetes.all-pods", "/api/v1/pods");

    public static Operation Pods { get; } = Read("kubernetes.pods", "/api/v1/namespaces/{}/pods");

    public static Operation CustomObjects { get; } = Read("kubernetes.custom-objects", "/apis/{}/{}/namespaces/{}/{}");

    public static Operation Secret { get; } = Read("kubernetes.secret", "/api/v1/namespaces/{}/secrets/{}");

    public static Operation Secrets { get; } = Read("kubernetes.secrets", "/api/v1/namespaces/{}/secrets");

    public static Operation Services { get; } = Read("kubernetes.services", "/api/v1/namespaces/{}/services");

    public static Operation Deployments { get; } =
        Read("kubernetes.deployments", "/apis/apps/v1/namespaces/{}/deployments");

    public static Operation CreateDeployment { get; } =
        Change("kubernetes.create-deployment", "POST", "/apis/apps/v1/namespaces/{}/deployments");

    public static Operation CreateService { get; } =
        Change("kubernetes.create-service", "POST", "/api/v1/namespaces/{}/services");

    public static Operation DeleteService { get; } =
        Change("kubernetes.delete-service", "DELETE", "/api/v1/namespaces/{}/services/{}");

    public static Operation DeleteDeployment { get; } =
        Change("kubernetes.delete-deployment", "DELETE", "/apis/apps/v1/namespaces/{}/deployments/{}");

    public static Operation CreatePod { get; } = Change("kubernetes.create-pod", "POST", "/api/v1/namespaces/{}/pods");

    public static Operation DeletePod { get; } =
        Change("kubernetes.delete-pod", "DELETE", "/api/v1/namespaces/{}/pods/{}");

    /// <summary>How an address that the site names answers, whatever its path.</summary>
    public static Operation Probe { get; } = Read("probe.answer", "*");

    /// <summary>An image, from where the site says it is published: a file is made of it.</summary>
    public static Operation FetchImage { get; } = Change("image-source.fetch", "GET", "*");

    public static Operation Faults { get; } = Read("control.faults", "faults");

    /// <summary>What reached a twin; a control wire is a twin's alone.</summary>
    public static Operation FlightLog { get; } = Read("control.log", "log");

    /// <summary>A control wire is a twin's; what it breaks is its own.</summary>
    public static Operation InjectFault { get; } = Change("control.inject", "POST", "faults/{}");

    public static Operation HealFault { get; } = Change("control.heal", "DELETE", "faults/{}");

    public static IReadOnlyList<Operation> All => Known;

    /// <summary>Whether a request of anybody's only reads: by its method, or because it asks for a token.</summary>
    public static bool Reads(string method, string path) =>
        method is "GET" or "HEAD" or "OPTIONS"
        || (method == IssueToken.Method && path.EndsWith(IssueToken.Path, StringComparison.Ordinal));

    private static Operation Read(string id, string path) => Add(id, "GET", path, Permit.Observe);

    private static Operation Harmless(string id, string method, string path) => Add(id, method, path, Permit.Observe);

    private static Operation Change(string id, string method, string path) => Add(id, method, path, Permit.Mutate);

    private static Operation Add(string id, string method, string path, Permit needs)
    {
        var operation = new Operation(id, id[..id.IndexOf('.', StringComparison.Ordinal)], method, path, needs);
        Known.Add(operation);
        return operation;
    }
}
