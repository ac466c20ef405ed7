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
                        name == "orc" ? "D-034" : null,
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
            Judged.Broken(
                "CAPO looks for ORC in vain, and ends",
                () => ControllersRun.Judge([.. Without("orc-"), Crashing], Facts.Read),
                Crashing.Name,
                "D-034",
                "CrashLoopBackOff"
            ),
            Judged.Broken(
                "CAPO ends, and ORC runs",
                () => ControllersRun.Judge([.. Without("capo-"), Crashing], Facts.Read),
                Crashing.Name,
                "crash-loop"
            ),
            Judged.Broken(
                "another one ends where ORC is missing",
                () =>
                    ControllersRun.Judge(
                        [.. Without("orc-"), Crashing with { Name = "capi-controller-manager-2" }],
                        Facts.Read
                    ),
                "capi-controller-manager-2",
                "crash-loop"
            ),
            Judged.Kept(
                "a CAPO from before ORC, without it",
                () => ControllersRun.Judge([.. Without("orc-", "capo-"), Capo("v0.11.7")], Facts.Read)
            ),
            Judged.Broken(
                "the first CAPO that needs ORC, without it",
                () => ControllersRun.Judge([.. Without("orc-", "capo-"), Capo("v0.12.0-rc.0")], Facts.Read),
                "orc",
                "D-034"
            ),
        ];

    private static Pod Crashing { get; } =
        Facts.Pod(
            "capo-controller-manager-2",
            "Running",
            Facts.Container("manager", ready: false, restarts: 6, waiting: "CrashLoopBackOff")
        );

    private static Pod Capo(string tag) =>
        Facts.Pod(
            "capo-controller-manager-1",
            "Running",
            Facts.Container(image: $"192.0.2.9:5000/capi-openstack/capi-openstack-controller:{tag}")
        );

    private static IEnumerable<Pod> Without(params string[] names) =>
        Whole.Where(pod => !names.Any(name => pod.Name.StartsWith(name, StringComparison.Ordinal)));

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();
}
