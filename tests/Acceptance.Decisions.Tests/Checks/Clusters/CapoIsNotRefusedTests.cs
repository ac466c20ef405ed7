using Acceptance.Cloud;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.Clusters;

public class CapoIsNotRefusedTests
{
    private const string Refused =
        "Expected HTTP response code [200] when accessing [GET "
        + "https://octavia.example/v2.0/lbaas/loadbalancers?name=edge-1], but got 403 instead: {\"faultcode\": "
        + "\"Client\"}";

    // Neutron's own policy (cases, near-miss N18).
    private const string NeutronRefused =
        "failed to reconcile load balancer: error allocating floating IP: Request forbidden: [POST "
        + "http://192.0.2.5:9696/v2.0/floatingips], error message: PolicyNotAuthorized";

    private static readonly CustomObject Own = new(
        "edge-1-abcde",
        new Dictionary<string, string>(),
        default,
        [new("Ready", ConditionStatus.True, "Ready", "")],
        false,
        ["openstackcluster.infrastructure.cluster.x-k8s.io"]
    );

    public static Judged[] Cases =>
        [
            Judged.Kept("it is served", () => Judge(false, Own)),
            Judged.Kept("it is still being made", () => Judge(false, Says("False", "waiting for the load balancer"))),
            Judged.Kept("it is being deleted, and refused nothing", () => Judge(false, Own with { Deleting = true })),
            Judged.Kept("a refusal that has passed", () => Judge(false, Says("True", Refused))),
            Judged.Kept(
                "another cluster is refused",
                () => Judge(false, Own, Says("False", Refused) with { Name = "edge-10-abcde" })
            ),
            Judged.Broken(
                "refused while it is made",
                () => Judge(false, Says("False", Refused)),
                "edge-1",
                "D-039",
                "OpenStack refuses what Cluster API asks for edge-1: Expected HTTP response code [200] when "
                    + "accessing [GET https://octavia.example/v2.0/lbaas/loadbalancers], but got 403 instead"
            ),
            Judged.Broken(
                "another service refuses: the load balancer is only the step",
                () => Judge(false, Says("False", NeutronRefused)),
                "edge-1",
                null,
                "asks for edge-1: failed to reconcile load balancer: error allocating"
            ),
            Judged.Broken(
                "a quota that is used up is no missing role",
                () => Judge(false, Says("False", Refused.Replace("Client", "Quota has been met for resources"))),
                "edge-1",
                null
            ),
            Judged.Kept(
                "an id that has these digits refuses nothing",
                () => Judge(false, Says("False", "load balancer a4031b2c-0403-4403-9403-403403403403 is not active"))
            ),
            Judged.Broken(
                "a condition that is True when it is bad (v1beta2)",
                () =>
                    Judge(
                        false,
                        Own with
                        {
                            Conditions = [new("Deleting", ConditionStatus.True, "Deleting", Refused)],
                        }
                    ),
                "edge-1",
                "D-039"
            ),
            Judged.Kept(
                "and False when all is well, whatever it said before",
                () =>
                    Judge(
                        false,
                        Own with
                        {
                            Conditions = [new("Remediating", ConditionStatus.False, "NotRemediating", Refused)],
                        }
                    )
            ),
            Judged.Kept(
                "a failure of before, and Available is the summary",
                () =>
                    Judge(
                        false,
                        Own with
                        {
                            Conditions = [new("Available", ConditionStatus.True, "Available", "")],
                            Failure = Refused,
                        }
                    ),
                "the last failure it keeps is: Expected HTTP response code"
            ),
            Judged.Kept(
                "it is paused, and Cluster API does nothing for it",
                () => Judge(false, Own with { Conditions = [new("Paused", ConditionStatus.True, "Paused", "")] }),
                "it is paused: Cluster API does nothing for it"
            ),
            Judged.Broken(
                "refused while it is deleted",
                () => Judge(false, Says("False", Refused) with { Deleting = true }),
                "edge-1-abcde",
                "stuck-delete",
                "hangs in Deleting in the namespace magnum-project, held by the finalizer openstackcluster"
            ),
            Judged.Broken(
                "its delete is overdue and nobody says why",
                () => Judge(true, Own with { Deleting = true }),
                "edge-1-abcde",
                "stuck-delete"
            ),
            Judged.Broken(
                "overdue without a finalizer",
                () => Judge(true, Own with { Deleting = true, Finalizers = [] }),
                "edge-1-abcde",
                "stuck-delete",
                "held by no finalizer"
            ),
            Judged.Unknown("no object", () => Judge(true)),
            Judged.Unknown("only another cluster's object", () => Judge(true, Own with { Name = "edge-1" })),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static CustomObject Says(string status, string message) =>
        Own with
        {
            Conditions = [new("Ready", State<ConditionStatus>.Read(status), "OpenStackError", message)],
        };

    private static Verdict Judge(bool overdue, params CustomObject[] all) =>
        CapoIsNotRefused.Judge(
            all,
            Facts.Cluster with
            {
                StackId = "edge-1-abcde",
            },
            "magnum-project",
            overdue,
            Facts.Read
        );
}
