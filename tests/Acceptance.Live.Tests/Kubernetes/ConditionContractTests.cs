using System.Text.Json;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.Live.Kubernetes;

namespace Acceptance.Live.Tests.Kubernetes;

/// <summary>
/// Objects of Cluster API's kinds in the forms of both contracts: what is wrong is read wherever it stands
/// (kubernetes-sigs/cluster-api: docs/proposals/20240916-improve-status-in-CAPI-resources.md).
/// </summary>
public sealed class ConditionContractTests
{
    private const string Bad = "what OpenStack said";

    /// <summary>Where a controller writes what is wrong, by contract and age.</summary>
    private static readonly string[] Forms =
    [
        """{"conditions": [{"type": "Ready", "status": "False", "severity": "Error", "reason": "OpenStackError", "message": "BAD"}]}""",
        """{"conditions": [], "v1beta2": {"conditions": [{"type": "Ready", "status": "False", "reason": "NotReady", "message": "BAD", "observedGeneration": 1}]}}""",
        """{"conditions": [{"type": "Ready", "status": "False", "reason": "NotReady", "message": "BAD", "observedGeneration": 1}]}""",
        """{"conditions": [{"type": "Paused", "status": "False", "reason": "NotPaused"}], "deprecated": {"v1beta1": {"conditions": [{"type": "Ready", "status": "False", "reason": "X", "message": "BAD"}]}}}""",
        """{"v1beta2": {"conditions": [{"type": "Deleting", "status": "True", "reason": "Deleting", "message": "BAD"}]}}""",
    ];

    private static readonly string[] Kinds =
    [
        "Cluster",
        "OpenStackCluster",
        "KubeadmControlPlane",
        "MachineDeployment",
        "Machine",
        "OpenStackMachine",
        "HelmRelease",
    ];

    [Test]
    public void What_is_wrong_is_read_in_each_form_of_each_kind(
        [ValueSource(nameof(Kinds))] string kind,
        [ValueSource(nameof(Forms))] string status
    ) => Read(kind, status).Conditions.Should().ContainSingle(one => !one.IsWell && one.Message == Bad);

    [TestCase("Ready", "True", true)]
    [TestCase("Ready", "False", false)]
    [TestCase("Available", "Unknown", false)]
    [TestCase("InstanceReady", "False", false)]
    [TestCase("Paused", "False", true)]
    [TestCase("Deleting", "True", false)]
    [TestCase("RollingOut", "False", true)]
    [TestCase("ScalingUp", "False", true)]
    [TestCase("ScalingDown", "True", false)]
    [TestCase("Remediating", "False", true)]
    [TestCase("Remediating", "Unknown", false)]
    [TestCase("Updating", "False", true)]
    public void A_condition_is_well_by_what_its_type_says(string type, string status, bool well) =>
        Read("Machine", $$$"""{"conditions": [{"type": "{{{type}}}", "status": "{{{status}}}"}]}""")
            .Conditions.Single()
            .IsWell.Should()
            .Be(well);

    [Test]
    public void A_type_that_both_contracts_have_is_read_of_both() =>
        Read(
            "Cluster",
            """
            {"conditions": [{"type": "InfrastructureReady", "status": "True"}],
             "v1beta2": {"conditions": [{"type": "InfrastructureReady", "status": "False", "message": "BAD"}]}}
            """
        )
            .Conditions.Select(one => one.IsWell)
            .Should()
            .Equal(true, false);

    [TestCase("""{"failureReason": "CreateError", "failureMessage": "BAD"}""", $"CreateError: {Bad}")]
    [TestCase("""{"failureReason": "CreateError"}""", "CreateError")]
    [TestCase("""{"failureMessage": "BAD"}""", Bad)]
    [TestCase(
        """{"deprecated": {"v1beta1": {"failureReason": "UpdateError", "failureMessage": "BAD"}}}""",
        $"UpdateError: {Bad}"
    )]
    [TestCase("{}", "")]
    public void A_failure_is_told_with_its_reason(string status, string failure) =>
        Read("Machine", status).Failure.Should().Be(failure);

    private static CustomObject Read(string kind, string status)
    {
        using var list = JsonDocument.Parse(
            $$$"""{"items": [{"kind": "{{{kind}}}", "metadata": {"name": "a"}, "status": {{{status.Replace("BAD", Bad)}}}}]}"""
        );
        return Objects.Customs(list.RootElement).Single();
    }
}
