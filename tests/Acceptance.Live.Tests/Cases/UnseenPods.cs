using System.Text.Json;
using Acceptance.Cloud;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.Live.Kubernetes;
using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Verdicts;
using k8s;
using k8s.Models;

namespace Acceptance.Live.Tests.Cases;

/// <summary>Pods, nodes and services as API servers list them, with what nobody here had seen.</summary>
public sealed class UnseenPods
{
    private const string Ready =
        """{"metadata": {"name": "web", "namespace": "d", "managedFields": [{"manager": "kubelet", "fieldsV1": {"f:status": {}}}]}, "spec": {"containers": []}, "status": {"phase": "Running", "containerStatuses": [{"name": "c", "image": "i", "imageID": "", "ready": true, "restartCount": 0, "state": {"running": {}}}], "initContainerStatuses": [{"name": "sidecar", "image": "i", "imageID": "", "ready": true, "started": true, "restartCount": 1, "state": {"running": {}}}, {"name": "init", "image": "i", "imageID": "", "ready": true, "restartCount": 0, "state": {"terminated": {"exitCode": 0, "reason": "Completed"}}}]}}""";

    [TestCase("Evicted")]
    [TestCase("UnexpectedAdmissionError")]
    [TestCase("NodePorts")]
    [TestCase("TaintToleration")]
    [TestCase("TopologyAffinityError")]
    public void What_the_kubelet_did_not_take_or_ended_is_a_tombstone(string reason)
    {
        var ended =
            $$$"""{"metadata": {"name": "old", "namespace": "d"}, "status": {"phase": "Failed", "reason": "{{{reason}}}", "message": "m"}}""";
        EveryContainerIsReady
            .Judge([Pod(Ready), Pod(ended)], Evidence.None)
            .Should()
            .BeOfType<Verdict.Kept>()
            .Which.Sentence.ToString()
            .Should()
            .Contain($"d/old ({reason})");
    }

    [TestCase("job-name")]
    [TestCase("batch.kubernetes.io/job-name")]
    public void A_try_of_a_job_that_has_succeeded_since_is_history(string label)
    {
        string Try(string name, string phase) =>
            $$$"""{"metadata": {"name": "{{{name}}}", "namespace": "d", "labels": {"{{{label}}}": "install"}}, "status": {"phase": "{{{phase}}}"}}""";
        EveryContainerIsReady
            .Judge([Pod(Ready), Pod(Try("install-a", "Failed")), Pod(Try("install-b", "Succeeded"))], Evidence.None)
            .Should()
            .BeOfType<Verdict.Kept>();
        EveryContainerIsReady
            .Judge([Pod(Ready), Pod(Try("install-a", "Failed"))], Evidence.None)
            .Should()
            .BeOfType<Verdict.Broken>();
    }

    [Test]
    public void What_only_ran_to_its_end_does_not_run()
    {
        var done = """{"metadata": {"name": "addon-install-x", "namespace": "d"}, "status": {"phase": "Succeeded"}}""";
        EveryContainerIsReady
            .JudgeAddons(
                [Pod(Ready), Pod(done)],
                new Dictionary<string, string> { ["addon provider"] = "addon" },
                Evidence.None
            )
            .Should()
            .BeOfType<Verdict.Broken>()
            .Which.Sentence.ToString()
            .Should()
            .Contain("addon provider");
    }

    [TestCase(
        """{"metadata": {"name": "w"}, "status": {"phase": "Pending", "initContainerStatuses": [{"name": "i", "image": "i", "imageID": "", "ready": false, "restartCount": 3, "state": {"waiting": {"reason": "CrashLoopBackOff"}}}]}}""",
        "/w is Pending"
    )]
    [TestCase("""{"metadata": {"name": "w", "namespace": "d"}, "status": {}}""", "d/w is (no word)")]
    [TestCase(
        """{"metadata": {"name": "w", "namespace": "d"}, "status": {"phase": "Unknown", "reason": "NodeLost"}}""",
        "d/w is Unknown"
    )]
    public void What_is_not_ready_is_said_without_a_hole(string pod, string says) =>
        EveryContainerIsReady.Judge([Pod(Ready), Pod(pod)], Evidence.None).Sentence.ToString().Should().Contain(says);

    [Test]
    public void A_node_and_a_service_of_two_families_are_read()
    {
        var node = Objects.Node(
            KubernetesJson.Deserialize<V1Node>(
                """
                {"metadata": {"name": "n"}, "spec": {"taints": null}, "status": {"addresses": [{"type": "InternalIP", "address": "2001:db8::1"},
                 {"type": "InternalIP", "address": "192.0.2.1"}], "conditions": [{"type": "Ready", "status": "True"}], "nodeInfo": null}}
                """
            )
        );
        node.Addresses.Should().Equal("2001:db8::1", "192.0.2.1");
        NodesAreReady.Judge([node], 1, null, Evidence.None).Sentence.ToString().Should().Be("1 nodes are Ready");
        var service = Objects.Service(
            KubernetesJson.Deserialize<V1Service>(
                """
                {"metadata": {"name": "s"}, "spec": {"type": "LoadBalancer"}, "status": {"loadBalancer": {"ingress": [{"hostname": "lb.example", "ports": []}]}}}
                """
            )
        );
        service.LoadBalancerAddresses.Should().Equal("lb.example");
    }

    [Test]
    public void Objects_with_and_without_their_fields_are_read()
    {
        using var list = JsonDocument.Parse(
            """
            {"items": [{"metadata": {"name": "a", "labels": null, "managedFields": [{}]}, "status": null},
             {"metadata": {"name": "b"}, "status": {"phase": "Provisioned", "ready": true, "conditions": [
              {"type": "Ready", "status": "Unknown", "message": null, "severity": ""}], "v1beta2": {"conditions": []}}}, {"metadata": {"name": "c"}}]}
            """
        );
        Objects.Customs(list.RootElement).Select(one => one.Name).Should().Equal("a", "b", "c");
    }

    private static Pod Pod(string json) => Objects.Pod(KubernetesJson.Deserialize<V1Pod>(json));
}
