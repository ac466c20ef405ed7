using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.KnownIssues;

namespace Acceptance.Worlds.Tests.NearMisses;

/// <summary>
/// What each collected report looks like here. A report that says nothing else looks just like its entry: the entry's
/// own fault stands for it.
/// </summary>
internal static class NearMissPictures
{
    private const string CloudTaint = "node.cloudprovider.kubernetes.io/uninitialized";
    private const string ClusterTaint = "node.cluster.x-k8s.io/uninitialized";

    private static readonly Dictionary<string, NearMissPicture> Rows = new()
    {
        ["N01"] = Balancer(
            "the kube-api balancer is in PENDING_UPDATE for three hours",
            (one, now) => one with { Provisioning = ProvisioningStatus.PendingUpdate, Updated = now.AddHours(-3) }
        ),
        ["N05"] = InError,
        ["N06"] = InError,
        ["N08"] = Balancer(
            "the kube-api balancer is ACTIVE, and its operating_status ERROR",
            (one, _) => one with { Operating = OperatingStatus.Error }
        ),
        ["N09"] = Balancer(
            "the balancer of a Service is ACTIVE, and its operating_status ERROR",
            (one, _) => one with { Operating = OperatingStatus.Error, Name = "kube_service_shop_default_web" }
        ),
        ["N13"] = NearMissPicture.Of(
            "Octavia stopped failing over one amphora: too many in a row",
            OctaviaFacts.Amphorae,
            (all, now) => [all[0] with { Status = AmphoraStatus.FailoverStopped, Updated = now }, .. all.Skip(1)]
        ),
        ["N15"] = Well("the two tags are equal"),
        ["N16"] = Well("the two tags are equal"),
        ["N17"] = Well("the tenant has load-balancer_member, and so has its credential"),
        ["N18"] = Refused("status 403: rule:create_floatingip is disallowed by policy at :9696/v2.0/floatingips"),
        ["N21"] = Well("the tenant has load-balancer_member, and so has its credential"),
        ["N28"] = Well("the cluster is not being deleted"),
        ["N29"] = NearMissPicture.Of(
            "the OpenStackCluster is ready, and keeps: is not active after timeout: Gateway Timeout",
            MagnumFacts.OpenStackClusters,
            (all, _) =>
                Each(all, one => one with { Ready = true, Failure = "is not active after timeout: Gateway Timeout" })
        ),
        ["N31"] = NearMissPicture.Of("no image has the name of the kube image", MagnumFacts.Images, (_, _) => []),
        ["N32"] = NearMissPicture.Of(
            "the template names another image's id",
            MagnumFacts.Templates,
            (all, _) => Each(all, one => one with { Image = "00000000-0000-4000-8000-000000000032" })
        ),
        ["N34"] = Connected,
        ["N37"] = Tainted(CloudTaint),
        ["N39"] = Tainted(CloudTaint, ClusterTaint),
        ["N40"] = Tainted(CloudTaint),
        ["N41"] = Tainted(CloudTaint),
        ["N46"] = Well("the management VM is ACTIVE, and its nodes are Ready"),
        ["N53"] = Well("the kubeconfig is its owner's alone"),
        ["N59"] = InError,
        ["N60"] = InError,
        ["N63"] = Connected,
        ["N64"] = Connected,
        ["N65"] = Connected,
        ["N67"] = Connected,
        ["N68"] = Connected,
        ["N69"] = Well("every unit of Vault is unsealed"),
        ["N72"] = Well("every unit of Vault is unsealed"),
        ["N73"] = NearMissPicture.Unread(
            "Error checking leader status: Code: 500. * sql: no rows in result set",
            UnitFacts.VaultSeals
        ),
        ["N79"] = Well("haproxy calls every server UP"),
        ["N80"] = NotFound,
        ["N83"] = NotFound,
        ["N87"] = NearMissPicture.Of("a host is down, and its containers are started", JujuFacts.Model, LosesAgent),
        ["N96"] = Well("every nova-compute reserves what it should"),
        ["N101"] = NearMissPicture.Of(
            "the kube image is uploading",
            MagnumFacts.Images,
            (all, _) => Each(all, one => one with { Status = ImageStatus.Uploading })
        ),
        ["N109"] = Well("the conductor finds helm"),
        ["N111"] = Well("the conductor runs the driver that is wanted"),
    };

    /// <summary>Null: no check and no fault leads to the entry, so that it is never named.</summary>
    public static NearMissPicture? Of(NearMiss miss, KnownIssue issue) =>
        Rows.GetValueOrDefault(miss.Source)
        ?? (
            issue.Faults.Count == 0
                ? null
                : new($"to all that is read it looks like the entry itself (fault {issue.Faults[0]})")
                {
                    Fault = issue.Faults[0],
                }
        );

    public static IEnumerable<string> Pictured => Rows.Keys;

    private static NearMissPicture InError =>
        new("a balancer is in ERROR, and there is room") { Fault = "LB-failover" };

    private static NearMissPicture Connected => Well("every chassis is connected");

    private static NearMissPicture Well(string put) => new(put);

    private static NearMissPicture Balancer(string put, Func<LoadBalancer, DateTimeOffset, LoadBalancer> change) =>
        NearMissPicture.Of(
            put,
            OctaviaFacts.LoadBalancers,
            (all, now) =>
                Each(all, one => one.Name.EndsWith("-kubeapi", StringComparison.Ordinal) ? change(one, now) : one)
        );

    private static NearMissPicture Refused(string message) =>
        NearMissPicture.Of(
            message,
            MagnumFacts.OpenStackClusters,
            (all, _) => Each(all, one => one with { Conditions = [Failing(message)], Ready = false })
        );

    private static Condition Failing(string message) => new("Ready", ConditionStatus.False, "Failed", message);

    private static NearMissPicture Tainted(params string[] taints) =>
        NearMissPicture.Of(
            $"every node carries {string.Join(" and ", taints)}",
            WorkloadFacts.Nodes,
            (all, _) => Each(all, one => one with { Taints = [.. one.Taints, .. taints] })
        );

    private static NearMissPicture NotFound =>
        NearMissPicture.Of(
            "a server of one haproxy is DOWN on L7STS 404",
            UnitFacts.HaProxyStat,
            (all, _) =>
                all with
                {
                    Answers = all.Answers.ToDictionary(
                        one => one.Key,
                        one =>
                            one.Key == all.Answers.Keys.Order(StringComparer.Ordinal).First()
                                ? one.Value with
                                {
                                    Stdout = Down(one.Value.Stdout),
                                }
                                : one.Value
                    ),
                }
        );

    private static string Down(string csv)
    {
        var lines = csv.Split('\n');
        string[] header = lines[0].TrimStart('#', ' ').Split(',');
        var at = Array.FindIndex(lines, line => line.Contains(",UP,") && !line.Contains(",BACKEND,"));
        var cells = lines[at].Split(',');
        cells[Array.IndexOf(header, "status")] = "DOWN";
        cells[Array.IndexOf(header, "check_status")] = "L7STS";
        cells[Array.IndexOf(header, "check_code")] = "404";
        lines[at] = string.Join(',', cells);
        return string.Join('\n', lines);
    }

    private static JujuModel LosesAgent(JujuModel model, DateTimeOffset now)
    {
        var host = model.Machines.First(one => model.Machines.Any(other => other.Host == one.Id)).Id;
        return model with
        {
            Machines = Each(
                model.Machines,
                one => one.Id == host ? one with { Agent = MachineAgentStatus.Down, Since = now } : one
            ),
        };
    }

    private static IReadOnlyList<T> Each<T>(IReadOnlyList<T> all, Func<T, T> change) => [.. all.Select(change)];
}
