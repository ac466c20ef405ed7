using Acceptance.Cloud;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks.LoadBalancing;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Permits;
using Acceptance.Decisions.Verdicts;
using Acceptance.Decisions.Waits;
using Acceptance.Runs.Journals;

namespace Acceptance.Runs.Resources;

/// <summary>The throwaway Service of D-011.4: a deployment and a Service of type LoadBalancer, marked with the run, removed with proof.</summary>
public sealed class ThrowawayService(AcceptanceRun run, RunParts parts)
{
    private const string Namespace = "default";
    private readonly SiteRoundRobin _site = parts.Site.Workload!.RoundRobin;
    private IKubernetes? _api;
    private BalancerParts? _balancer;

    public string Name { get; } = $"acceptance-rr-{run.Id[^6..]}";

    public string Address { get; private set; } = "";

    public string BalancerName => _balancer?.Name ?? "";

    /// <summary>Made, and waited for until it has an address and its pods are ready.</summary>
    public async Task Make()
    {
        Needing.Permit(parts, Permit.Mutate, "making a throwaway Service");
        _api = await parts.Cluster.Api();
        await run.Hold();
        if (parts.Site.Octavia is not null)
            Needing.Passing(await parts.Inquiry.Ask(ThereIsRoomForOneAmphora.Check));
        var labels = Marks.Of(run.Id);
        (
            await parts.Journal.Do(
                "create",
                "deployment",
                Name,
                null,
                () =>
                    _api.CreateDeployment(
                        Namespace,
                        new DeploymentRequest(Name, _site.Image, _site.Command, _site.Replicas, labels)
                    )
            )
        ).OrBreak(Name, null);
        (
            await parts.Journal.Do(
                "create",
                "service",
                Name,
                null,
                () =>
                    _api.ExposeAsLoadBalancer(
                        Namespace,
                        new ServiceRequest(Name, Name, _site.Port, _site.TargetPort, labels)
                    )
            )
        ).OrBreak(Name, null);
        Address = await parts.Gatekeeper.Until(
            "service address",
            $"the Service {Name} has an address",
            Name,
            LookForAddress,
            new BelowTheCluster(parts, await parts.Cluster.Complete()).OfService
        );
        _balancer = (await new Balancers(parts).AtAddress(Address)).Parts;
    }

    /// <summary>Each visitor comes on a connection of its own; who answered is put in: <see cref="ServiceFacts.Visits"/>.</summary>
    public async Task Visit(int visitors)
    {
        var url = new Uri($"http://{Address}:{Port}{_site.Path}");
        List<string> answers = [];
        var evidence = Evidence.None;
        for (var visitor = 0; visitor < visitors; visitor++)
        {
            var answer = await parts.Cloud.Http.Ask(url);
            evidence = answer.Evidence;
            answers.Add(answer.OrBreak(Name, null).Body.Trim());
        }

        var seen = new ServiceVisits(answers, [.. await Pods()], BalancerName, Address, parts.Site.Workload!.Cluster);
        parts.Facts.Put(ServiceFacts.Visits, new Reading<ServiceVisits>.Seen(seen, evidence));
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
        await RemoveObjects(parts, _api!, Name);
        var left = await UntilNothingIsLeft();
        parts.Facts.Put(
            ServiceFacts.ServiceRemnants,
            new Reading<Remnants>.Seen(new Remnants($"the Service {Name}", left), Evidence.None)
        );
    }

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> UntilNothingIsLeft()
    {
        return await parts.Gatekeeper.Until<IReadOnlyDictionary<string, IReadOnlyList<string>>>(
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

    /// <summary>A scenario that stopped early leaves its Service: evidence first, cleanup second, both always. What cannot be removed is said and stays in the journal.</summary>
    public async Task RemoveIfLeft()
    {
        if (
            _api is null
            || !parts.Journal.Mutations.Any(one =>
                one.Kind is "service" or "deployment"
                && one.What == "create"
                && one.Name == Name
                && one.Outcome != "removed"
            )
        )
            return;
        try
        {
            await Remove();
        }
        catch (VerdictException left)
        {
            run.Say($"the Service {Name} was not removed wholly: {left.Message}");
        }
    }

    // Pods that are still ending would look like a change to whoever counts pods next.
    private async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> Remnants()
    {
        var remnants = _balancer is { } balancer
            ? await new Balancers(parts).Remnants(balancer)
            : new Dictionary<string, IReadOnlyList<string>>();
        return new Dictionary<string, IReadOnlyList<string>>(remnants) { ["pods"] = await Pods() };
    }

    internal static async Task RemoveObjects(RunParts parts, IKubernetes api, string name)
    {
        await Gone("service", () => api.DeleteService(Namespace, name));
        await Gone("deployment", () => api.DeleteDeployment(Namespace, name));

        async Task Gone(string kind, Func<Task<Reading<Done>>> delete)
        {
            var deleted = await parts.Journal.Do("delete", kind, name, null, delete);
            if (deleted is not Reading<Done>.Unread { Why: Unreadable.NotFound })
                deleted.OrBreak(name, null);
            parts.Journal.Removed(kind, name);
        }
    }

    private int Port => _site.Port < 1024 ? _site.Port + _site.LowPortOffset : _site.Port;

    private async Task<Observation<string>> LookForAddress()
    {
        var services = await _api!.Services(Namespace);
        var service = services.OrStop().FirstOrDefault(one => one.Name == Name);
        var deployment = (await _api.Deployments(Namespace)).OrStop().FirstOrDefault(one => one.Name == Name);
        if (service is null || deployment is null)
            return new Observation<string>.Never("the Service or its deployment is gone", null, services.Evidence);
        if (service.LoadBalancerAddresses.Count == 0)
            return await LookAtItsBalancer();
        return deployment.Ready < deployment.Wanted
            ? new Observation<string>.NotYet($"{deployment.Ready} of {deployment.Wanted} pods ready", services.Evidence)
            : new Observation<string>.Reached(service.LoadBalancerAddresses[0]);
    }

    // While there is no address, only the controller's naming ties a load balancer to the Service: kube_service_CLUSTER_NAMESPACE_NAME.
    private async Task<Observation<string>> LookAtItsBalancer()
    {
        var all = await parts.Cloud.OpenStack.LoadBalancing.LoadBalancers(parts.Tenant);
        var balancer = all.OrStop()
            .FirstOrDefault(one =>
                one.Name.StartsWith("kube_service_", StringComparison.Ordinal)
                && one.Name.EndsWith($"_{Namespace}_{Name}", StringComparison.Ordinal)
            );
        return balancer switch
        {
            null => new Observation<string>.NotYet("no address and no load balancer yet", all.Evidence),
            { Provisioning.Known: ProvisioningStatus.Error } => new Observation<string>.Never(
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
