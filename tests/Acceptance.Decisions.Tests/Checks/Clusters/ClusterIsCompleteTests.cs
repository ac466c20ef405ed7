using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Verdicts;
using Acceptance.Decisions.Waits;

namespace Acceptance.Decisions.Tests.Checks.Clusters;

public class ClusterIsCompleteTests
{
    private static readonly Dictionary<string, string> Cosmetic = new()
    {
        ["cluster"] = "Ready",
        ["infrastructure"] = "Infrastructure resource not found.",
        ["controlplane"] = "Ready",
    };

    public static Judged[] Cases =>
        [
            Judged.Kept(
                "complete",
                () => Judge(Facts.Cluster),
                "edge-1 is CREATE_COMPLETE at https://192.0.2.7:6443 with 1 master and 2 workers"
            ),
            Judged.Kept("updated", () => Judge(Facts.Cluster with { Status = ClusterStatus.UpdateComplete })),
            Judged.Broken(
                "failed, and why is not said",
                () => Judge(Facts.Cluster with { Status = ClusterStatus.CreateFailed }),
                "edge-1",
                null,
                "no reason given"
            ),
            Judged.Broken(
                "failed for the image",
                () =>
                    Judge(
                        Facts.Cluster with
                        {
                            Status = ClusterStatus.CreateFailed,
                            StatusReason = "Image has no kube_version",
                        }
                    ),
                "edge-1",
                "L-P6-3"
            ),
            Judged.Broken(
                "failed for a role",
                () =>
                    Judge(
                        Facts.Cluster with
                        {
                            Status = ClusterStatus.CreateFailed,
                            StatusReason = "Forbidden: load balancer",
                        }
                    ),
                "edge-1",
                "D-039"
            ),
            Judged.Broken(
                "failed for a quota, which is a 403 too",
                () =>
                    Judge(
                        Facts.Cluster with
                        {
                            Status = ClusterStatus.CreateFailed,
                            StatusReason = "Forbidden: Quota exceeded for instances (HTTP 403)",
                        }
                    ),
                "edge-1",
                null
            ),
            Judged.Broken(
                "goes",
                () => Judge(Facts.Cluster with { Status = ClusterStatus.DeleteInProgress }),
                "edge-1",
                null
            ),
            Judged.Broken(
                "hangs in its delete",
                () => Judge(Facts.Cluster with { Status = ClusterStatus.DeleteFailed }),
                "edge-1",
                "stuck-delete"
            ),
            Judged.Broken(
                "an unrecognised status",
                () => Judge(Facts.Cluster with { Status = State<ClusterStatus>.Read("complete") }),
                "edge-1",
                null
            ),
            Judged.Broken(
                "no address",
                () => Judge(Facts.Cluster with { ApiAddress = "" }),
                "edge-1",
                null,
                "has no api_address"
            ),
            Judged.Broken(
                "too few workers",
                () => Judge(Facts.Cluster with { Workers = 1 }),
                "edge-1",
                null,
                "1 masters and 1 workers, not 1 and 2"
            ),
            Judged.Broken("too many masters", () => Judge(Facts.Cluster with { Masters = 3 }), "edge-1", null),
            Judged.Kept("healthy", () => Health("HEALTHY")),
            Judged.Unknown("no word yet", () => Health(null)),
            Judged.Unknown("an empty word", () => Health("")),
            Judged.Broken("unhealthy without a reason", () => Health("UNHEALTHY"), "mgmt", null, "without a reason"),
            Judged.Broken("unknown without a reason", () => Health("UNKNOWN"), "mgmt", null),
            Judged.Broken(
                "the cosmetic reason of driver 1.3.0",
                () => Health("UNHEALTHY", Cosmetic),
                "magnum/0",
                "D-042",
                "infrastructure: Infrastructure resource not found."
            ),
            Judged.Broken(
                "something else too",
                () => Health("UNHEALTHY", new(Cosmetic) { ["controlplane"] = "Scaling" }),
                "edge-1",
                null
            ),
            Judged.Broken(
                "another infrastructure reason",
                () => Health("UNHEALTHY", new(Cosmetic) { ["infrastructure"] = "NoValidHost" }),
                "edge-1",
                null
            ),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    [TestCase("CREATE_COMPLETE", typeof(Observation<MagnumCluster>.Reached))]
    [TestCase("UPDATE_COMPLETE", typeof(Observation<MagnumCluster>.Reached))]
    [TestCase("CREATE_IN_PROGRESS", typeof(Observation<MagnumCluster>.NotYet))]
    [TestCase("UPDATE_IN_PROGRESS", typeof(Observation<MagnumCluster>.NotYet))]
    [TestCase("CREATE_FAILED", typeof(Observation<MagnumCluster>.Never))]
    [TestCase("DELETE_IN_PROGRESS", typeof(Observation<MagnumCluster>.Never))]
    [TestCase("", typeof(Observation<MagnumCluster>.Never))]
    public void A_wait_stops_early_on_what_cannot_become_complete(string status, Type seen) =>
        ClusterIsComplete
            .Look(Facts.Cluster with { Status = State<ClusterStatus>.Read(status) })
            .Should()
            .BeOfType(seen);

    [Test]
    public void What_stops_a_wait_early_names_the_cause_and_its_entry()
    {
        var never = (Observation<MagnumCluster>.Never)
            ClusterIsComplete.Look(
                Facts.Cluster with
                {
                    Status = ClusterStatus.CreateFailed,
                    StatusReason = "403 from Octavia",
                }
            );
        never.Seen.ToString().Should().Be("CREATE_FAILED: 403 from Octavia");
        never.Entry.Should().Be("D-039");
    }

    /// <summary>A found cluster: nobody waits for it, and its create is given what a create of ours is given.</summary>
    [TestCase(10, "kept", "is CREATE_IN_PROGRESS: found, not made")]
    [TestCase(46, "broken", "edge-1 is CREATE_IN_PROGRESS since 2026-11-04 21:24 UTC: overdue, it is given 45 min")]
    public void A_create_that_does_not_end_is_overdue(int minutes, string word, string says)
    {
        var verdict = ClusterIsComplete.Building.Judge(
            Facts.Sheet(
                (MagnumFacts.ClusterMade, Facts.Unread<bool>(Unreadable.NotFound)),
                (
                    MagnumFacts.Cluster,
                    Facts.Seen(
                        Facts.Cluster with
                        {
                            Status = ClusterStatus.CreateInProgress,
                            Created = Facts.Now.AddMinutes(-minutes),
                        }
                    )
                )
            )
        );
        verdict.Word.Should().Be(word);
        verdict.Sentence.ToString().Should().Contain(says);
    }

    private static Verdict Judge(MagnumCluster cluster) => ClusterIsComplete.Judge(cluster, Facts.Workload, Facts.Read);

    private static Verdict Health(string? word, Dictionary<string, string>? reason = null) =>
        ClusterIsComplete.JudgeHealth(
            Facts.Cluster with
            {
                Health = State<ClusterHealthStatus>.Read(word),
                HealthReason = (reason ?? []).ToDictionary(
                    component => component.Key,
                    component => State<ComponentHealth>.Read(component.Value)
                ),
            },
            "mgmt",
            "magnum/0",
            Facts.Read
        );
}
