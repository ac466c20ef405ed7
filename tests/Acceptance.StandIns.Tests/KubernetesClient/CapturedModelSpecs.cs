using System.Text;
using k8s.Models;

namespace Acceptance.StandIns.Tests.KubernetesClient;

public sealed class CapturedModelSpecs
{
    [Test]
    public void Nodes_tell_their_version_conditions_addresses_and_taints()
    {
        var nodes = Captured.As<V1NodeList>("nodes");

        nodes.Items.Should().HaveCount(3).And.OnlyContain(node => node.Status!.NodeInfo!.KubeletVersion == "v1.34.8");
        nodes
            .Items.SelectMany(node => node.Status!.Conditions!)
            .Where(condition => condition.Type == "Ready")
            .Should()
            .OnlyContain(condition => condition.Status == "True");
        nodes
            .Items.SelectMany(node => node.Spec!.Taints ?? [])
            .Select(taint => $"{taint.Key}:{taint.Effect}")
            .Should()
            .Equal(
                "node-role.kubernetes.io/control-plane:NoSchedule",
                "node.cluster.x-k8s.io/uninitialized:NoSchedule"
            );
        nodes
            .Items[0]
            .Status!.Addresses!.Single(address => address.Type == "InternalIP")
            .Address.Should()
            .Be("10.20.16.11");
        nodes.Items[0].Status!.Capacity!["memory"].ToInt64().Should().Be(4013908L * 1024);
        nodes.Items[0].Name().Should().EndWith("-control-plane-xsc62");
        nodes.Items[0].Labels().Should().ContainKey("node-role.kubernetes.io/control-plane");
    }

    [Test]
    public void Pods_tell_why_a_container_waits_and_how_it_last_ended()
    {
        var crashing = Captured
            .As<V1PodList>("pods")
            .Items.Single(pod => pod.Name()!.EndsWith("crash1", StringComparison.Ordinal));

        var container = crashing.Status!.ContainerStatuses!.Single(status => !status.Ready);
        crashing.Status.Phase.Should().Be("Running", "a crashing pod reads as running");
        container.State!.Waiting!.Reason.Should().Be("CrashLoopBackOff");
        container.State.Running.Should().BeNull();
        container.RestartCount.Should().Be(17);
        container.LastState!.Terminated!.Reason.Should().Be("Error");
        container.LastState.Terminated.ExitCode.Should().Be(1);
        container.LastState.Terminated.FinishedAt.Should().Be(new DateTime(2026, 11, 20, 13, 50, 11, DateTimeKind.Utc));
        container.LastState.Terminated.FinishedAt!.Value.Kind.Should().Be(DateTimeKind.Utc);
    }

    [Test]
    public void A_page_says_that_there_is_more()
    {
        Captured.As<V1PodList>("pods-page").Continue().Should().StartWith("eyJ2");
        Captured.As<V1PodList>("pods").Continue().Should().BeNull();
    }

    [Test]
    public void A_service_tells_where_its_load_balancer_answers_and_what_holds_it()
    {
        var service = Captured.As<V1Service>("service");

        service.Status!.LoadBalancer!.Ingress!.Single().Ip.Should().Be("10.12.7.193");
        service.Spec!.Ports!.Single().TargetPort!.ToString().Should().Be("8080");
        service.Spec.Ports!.Single().Port.Should().Be(80);
        service.Finalizers().Should().Equal("service.kubernetes.io/load-balancer-cleanup");
        service.DeletionTimestamp().Should().NotBeNull();
    }

    [Test]
    public void A_deployment_tells_how_far_it_is()
    {
        var deployment = Captured.As<V1Deployment>("deployment");

        deployment.Status!.AvailableReplicas.Should().Be(2);
        deployment.Spec!.Strategy!.RollingUpdate!.MaxSurge!.Value.Should().Be("25%");
        deployment
            .Spec.Template.Spec!.Containers.Single()
            .Command.Should()
            .Equal("/agnhost", "netexec", "--http-port=8080");
        deployment.Status.Conditions!.Select(condition => condition.Type).Should().Equal("Available", "Progressing");
    }

    [Test]
    public void A_secret_is_decoded() =>
        Encoding.UTF8.GetString(Captured.As<V1Secret>("secret").Data!["k"]).Should().Be("v");

    [Test]
    public void A_status_tells_what_was_refused()
    {
        var status = Captured.As<V1Status>("status-404");

        status.Reason.Should().Be("NotFound");
        status.Details!.Kind.Should().Be("clusters");
        status.HasObject.Should().BeFalse();
        status.ToString().Should().Be("NotFound - clusters.cluster.x-k8s.io \"nope\" not found");
    }

    [Test]
    public void What_a_deletion_answers_while_finalizers_hold_it_is_the_object()
    {
        var answer = Captured.As<V1Status>("namespace-terminating");

        answer.HasObject.Should().BeTrue();
        answer.ObjectView<V1Namespace>()!.Status!.Phase.Should().Be("Terminating");
    }
}
