using Acceptance.Cloud.Kubernetes;
using Acceptance.Decisions.Checks.Clusters;

namespace Acceptance.Decisions.Tests.Checks.Clusters;

public class ControllersRunTests
{
    private static readonly Pod[] Whole =
    [
        Facts.Pod("capi-controller-manager-1"),
        Facts.Pod("capi-kubeadm-bootstrap-controller-manager-1"),
        Facts.Pod("capi-kubeadm-control-plane-controller-manager-1"),
        Facts.Pod("capo-controller-manager-1"),
        Facts.Pod("cert-manager-1"),
        Facts.Pod("orc-controller-manager-1"),
        Facts.Pod("capi-janitor-1"),
        Facts.Pod("cluster-api-addon-provider-1"),
    ];

    public static Judged[] Cases =>
        [
            Judged.Kept("each of the eight", () => ControllersRun.Judge(Whole, Facts.Read)),
            Judged.Unknown("no pod", () => ControllersRun.Judge([], Facts.Read)),
            .. ControllersRun.Needed.Keys.Select(
                (name, index) =>
                    Judged.Broken(
                        $"without {name}",
                        () => ControllersRun.Judge([.. Whole.Where((_, place) => place != index)], Facts.Read),
                        name,
                        null,
                        $"no pod of {name} is there"
                    )
            ),
            .. Whole.Select(pod =>
                Judged.Broken(
                    $"{pod.Name} is pending",
                    () =>
                        ControllersRun.Judge(
                            [.. Whole.Select(one => one == pod ? pod with { Phase = PodPhase.Pending } : one)],
                            Facts.Read
                        ),
                    pod.Name,
                    null
                )
            ),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();
}
