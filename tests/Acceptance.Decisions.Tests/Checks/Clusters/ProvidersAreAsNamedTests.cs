using Acceptance.Cloud.Kubernetes;
using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.Clusters;

public class ProvidersAreAsNamedTests
{
    private const string Capo = "mirror.example/capi-openstack/capi-openstack-controller";
    private static readonly Pod Core = Runs("capi-controller-manager-1", "x/cluster-api-controller:v1.13.2");
    private static readonly Pod AddOns = Runs("addon-1", "x/cluster-api-addon-provider:0.12.0@sha256:cd");
    private static readonly Pod Orc = Runs("orc-1", "x/openstack-resource-controller:v2.5.0");

    private static readonly Dictionary<string, string> Named = new()
    {
        ["cluster-api"] = "v1.13.2",
        ["cluster-api-provider-openstack"] = "v0.14.4",
        ["openstack-resource-controller"] = "v2.5.0",
        ["addon-provider"] = "0.12.0",
        ["sonobuoy"] = "v0.57.3",
    };

    public static Judged[] Cases =>
        [
            Judged.Kept(
                "each as it is named, from a mirror too",
                () => Judge(Core, Orc, AddOns, Runs("capo-1", $"{Capo}:v0.14.4")),
                "4 containers run in the versions"
            ),
            Judged.Kept(
                "a version without its v is the same",
                () => Judge(Core, Orc, AddOns, Runs("capo-1", $"{Capo}:0.14.4"))
            ),
            Judged.Broken(
                "another version than the chart's",
                () => Judge(Core, Orc, AddOns, Runs("capo-1", $"{Capo}:v0.14.3")),
                "capo-1",
                "D-034",
                "runs cluster-api-provider-openstack v0.14.3, and the chart's dependencies name v0.14.4"
            ),
            Judged.Broken(
                "another version, where ORC is missing beside it",
                () => Judge(Core, AddOns, Runs("capo-1", $"{Capo}:v0.14.3")),
                "capo-1",
                "D-034"
            ),
            Judged.Kept(
                "a pod of the older version that has ended",
                () =>
                    Judge(
                        Core,
                        Orc,
                        AddOns,
                        Runs("capo-1", $"{Capo}:v0.14.4"),
                        Runs("capo-0", $"{Capo}:v0.14.3") with
                        {
                            Phase = PodPhase.Succeeded,
                        }
                    )
            ),
            Judged.Unknown(
                "no tag, only a digest",
                () => Judge(Core, Orc, AddOns, Runs("capo-1", $"{Capo}@sha256:cd")),
                says: "nothing tells both versions of cluster-api-provider-openstack"
            ),
            Judged.Unknown("no pod of one that is named", () => Judge(Core, Orc, AddOns)),
            Judged.Unknown(
                "one that runs and is not named",
                () =>
                    ProvidersAreAsNamed.Judge(
                        [Core],
                        new Dictionary<string, string> { ["sonobuoy"] = "v0.57.3" },
                        Facts.Read
                    ),
                says: "of cluster-api"
            ),
            Judged.Unknown("no pod", () => Judge()),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static Verdict Judge(params Pod[] pods) => ProvidersAreAsNamed.Judge(pods, Named, Facts.Read);

    private static Pod Runs(string pod, string image) => Facts.Pod(pod, "Running", Facts.Container(image: image));
}
