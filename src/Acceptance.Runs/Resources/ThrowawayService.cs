using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks.LoadBalancing;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Verdicts;
using Acceptance.Decisions.Waits;
using Acceptance.Runs.Asking;
using Acceptance.Runs.Journals;
using Acceptance.Runs.Waits;

namespace Acceptance.Runs.Resources;

/// <summary>
/// The throwaway Service of D-011.4: a deployment and a Service of type LoadBalancer, marked with the run, removed
/// with proof.
/// </summary>
public sealed class ThrowawayService(
    SiteRoundRobin site,
    WorkloadCluster cluster,
    ClusterFoundations foundations,
    Balancers balancers,
    Inquiry inquiry,
    Deeds deeds,
    Gatekeeper gatekeeper,
    IHttpProbe http,
    FactBook facts
)
{
    private const string Namespace = ServiceRemoval.Namespace;
    private readonly ServiceRemoval _removal = new(deeds.Journal);
    private IKubernetes? _api;
    private BalancerParts? _balancer;

    /// <summary>Of the run and of its own: one that could not be removed stands in nobody's way.</summary>
    public string Name { get; } = $"acceptance-rr-{deeds.Journal.RunId[^6..]}-{Guid.NewGuid().ToString("N")[..4]}";

    public string Address { get; private set; } = "";

    public string BalancerName => _balancer?.Name ?? "";

    /// <summary>Made, and waited for until it has an address and its pods are ready.</summary>
    public async Task Make()
    {
        deeds.Demand(Permit.Mutate, $"making a throwaway Service");
        _api = await cluster.Api();
        await deeds.Hold();
        if (await inquiry.Ask(RoomForOneAmphora.Check) is var verdict and not Verdict.NotAsked)
            verdict.OrStop();
        await Create(_api);
        Address = await gatekeeper.Until(
            "service address",
            $"the Service {Name} has an address",
            Name,
            LookForAddress,
            foundations.OfService(await cluster.Complete())
        );
        _balancer = (await balancers.AtAddress(Address)).Parts;
    }

    private async Task Create(IKubernetes api)
    {
        var labels = Marks.Of(deeds.Journal.RunId);
        var pods = new DeploymentRequest(Name, site.Image, site.Command, site.Replicas, labels);
        var deployed = await deeds.Journal.Do(
            "create",
            "deployment",
            Name,
            null,
            () => api.CreateDeployment(Namespace, pods)
        );
        deployed.OrBreak(Name, null);
        var service = new ServiceRequest(Name, Name, site.Port, site.TargetPort, labels);
        var exposed = await deeds.Journal.Do(
            "create",
            "service",
            Name,
            null,
            () => api.ExposeAsLoadBalancer(Namespace, service)
        );
        exposed.OrBreak(Name, null);
    }

    /// <summary>
    /// Each visitor comes on a connection of its own; who answered is put in: <see cref="ServiceFacts.Visits"/>.
    /// </summary>
    public async Task Visit(int visitors)
    {
        var url = new Uri($"http://{Address}:{Port}{site.Path}");
        List<string> answers = [];
        var evidence = Evidence.None;
        for (var visitor = 0; visitor < visitors; visitor++)
        {
            var answer = await http.Ask(url);
            evidence = answer.Evidence;
            answers.Add(answer.OrBreak(Name, null).Body.Trim());
        }

        var seen = new ServiceVisits(
            answers,
            [.. await Pods()],
            BalancerName,
            Address,
            (await cluster.Accepted()).Name
        );
        facts.Put(ServiceFacts.Visits, new Reading<ServiceVisits>.Seen(seen, evidence));
    }

    private async Task<IReadOnlyList<string>> Pods() =>
        [
            .. (await _api!.Pods(Namespace))
                .OrStop()
                .Where(pod => pod.Name.StartsWith(Name + "-", StringComparison.Ordinal))
                .Select(pod => pod.Name),
        ];

    /// <summary>Removed; what is left of it is put in: <see cref="ServiceFacts.ServiceRemnants"/>.</summary>
    public async Task Remove()
    {
        await _removal.Remove(_api!, Name);
        var left = await UntilNothingIsLeft();
        facts.Put(
            ServiceFacts.ServiceRemnants,
            new Reading<Remnants>.Seen(new Remnants($"the Service {Name}", left), Evidence.None)
        );
    }

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> UntilNothingIsLeft()
    {
        return await gatekeeper.Until<IReadOnlyDictionary<string, IReadOnlyList<string>>>(
            "service teardown",
            $"nothing is left of the Service {Name}",
            Name,
            async () =>
            {
                var remnants = await Remnants();
                var left = remnants.Where(kind => kind.Value.Count > 0).Select(kind => $"its {kind.Key}").ToArray();
                return left.Length == 0
                    ? new Observation<IReadOnlyDictionary<string, IReadOnlyList<string>>>.Reached(remnants)
                    : new Observation<IReadOnlyDictionary<string, IReadOnlyList<string>>>.NotYet(
                        $"{string.Join(", ", left)} there"
                    );
            }
        );
    }

    /// <summary>
    /// A scenario that stopped early leaves its Service: evidence first, cleanup second, both always. What could not
    /// be removed is said, and stays in the journal; null when nothing is left.
    /// </summary>
    public async Task<string?> RemoveIfLeft()
    {
        if (_api is null || !deeds.Journal.Keeps(Name, "service", "deployment"))
            return null;
        try
        {
            await Remove();
            return null;
        }
        catch (VerdictException left)
        {
            return $"the Service {Name} was not removed wholly: {left.Message}";
        }
    }

    // Pods that are still ending would look like a change to whoever counts pods next.
    private async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> Remnants()
    {
        var remnants = _balancer is { } balancer
            ? await balancers.Remnants(balancer)
            : new Dictionary<string, IReadOnlyList<string>>();
        return new Dictionary<string, IReadOnlyList<string>>(remnants) { ["pods"] = await Pods() };
    }

    private int Port => site.Port < 1024 ? site.Port + site.LowPortOffset : site.Port;

    private async Task<Observation<string>> LookForAddress()
    {
        var services = await _api!.Services(Namespace);
        var service = services.OrStop().FirstOrDefault(one => one.Name == Name);
        var deployment = (await _api.Deployments(Namespace)).OrStop().FirstOrDefault(one => one.Name == Name);
        if (service is null || deployment is null)
            return new Observation<string>.Never($"the Service or its deployment is gone", null, services.Evidence);
        if (service.LoadBalancerAddresses.Count == 0)
            return await LookAtItsBalancer();
        return deployment.Ready < deployment.Wanted
            ? new Observation<string>.NotYet($"{deployment.Ready} of {deployment.Wanted} pods ready", services.Evidence)
            : new Observation<string>.Reached(service.LoadBalancerAddresses[0]);
    }

    // While there is no address, only the controller's naming ties a load balancer to the Service:
    // kube_service_CLUSTER_NAMESPACE_NAME.
    private async Task<Observation<string>> LookAtItsBalancer()
    {
        var all = await balancers.All();
        var balancer = all.OrStop()
            .FirstOrDefault(one =>
                one.Name.StartsWith("kube_service_", StringComparison.Ordinal)
                && one.Name.EndsWith($"_{Namespace}_{Name}", StringComparison.Ordinal)
            );
        return balancer switch
        {
            null => new Observation<string>.NotYet($"no address and no load balancer yet", all.Evidence),
            _ when balancer.Provisioning.Is(ProvisioningStatus.Error) => new Observation<string>.Never(
                $"its load balancer {balancer.Name} ({balancer.Id}) is ERROR",
                LbFailover.Id,
                all.Evidence
            ),
            _ => new Observation<string>.NotYet(
                $"no address yet, its load balancer is {balancer.Provisioning}",
                all.Evidence
            ),
        };
    }
}
