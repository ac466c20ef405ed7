using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.OpenStack;

public class TemplateIsAsWrittenTests
{
    private static readonly ClusterTemplate Written = new(
        "t",
        "k8s",
        "kubernetes",
        "ubuntu-kube-v1.30.1",
        "provider-ext",
        "master",
        "worker",
        true,
        true,
        "calico",
        "8.8.8.8",
        "overlay2",
        Facts.Workload.Template.Labels
    );

    public static Judged[] Cases =>
        [
            Judged.Kept("every field as written", () => Judge(Written)),
            Judged.Kept(
                "image and network by their ids",
                () => Judge(Written with { Image = "i-1", ExternalNetwork = "n-1" })
            ),
            Judged.Kept(
                "more labels than written",
                () => Judge(Written with { Labels = new Dictionary<string, string>(Written.Labels) { ["own"] = "x" } })
            ),
            Judged.Kept(
                "a site without floating IPs, load balancer and another engine",
                () =>
                    Judge(
                        Written with
                        {
                            FloatingIp = false,
                            MasterLb = false,
                            Coe = "k3s",
                        },
                        Facts.Workload with
                        {
                            Template = Facts.Workload.Template with
                            {
                                FloatingIpEnabled = false,
                                MasterLbEnabled = false,
                                Coe = "k3s",
                            },
                        }
                    )
            ),
            Field("coe", Written with { Coe = "swarm" }),
            Field("image", Written with { Image = "i-2" }),
            Field("external network", Written with { ExternalNetwork = "n-2" }),
            Field("master flavor", Written with { MasterFlavor = "worker" }),
            Field("flavor", Written with { WorkerFlavor = "master" }),
            Field("master LB", Written with { MasterLb = false }),
            Field("floating IP", Written with { FloatingIp = false }),
            Field("network driver", Written with { NetworkDriver = "flannel" }, "DOCFIX-032"),
            Field("network driver none", Written with { NetworkDriver = null }, "DOCFIX-032"),
            Field("DNS nameserver", Written with { DnsNameserver = null }),
            Field("docker storage driver", Written with { DockerStorageDriver = "devicemapper" }),
            Field("label fixed_subnet_cidr none", Written with { Labels = new Dictionary<string, string>() }),
            Judged.Unknown(
                "not read",
                () =>
                    Facts
                        .Unread<ClusterTemplate>(Acceptance.Cloud.Unreadable.ServerError)
                        .Judge((template, _) => Judge(template))
            ),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    /// <summary>A field that the check forgot would be a property of the template that no case above spoils.</summary>
    [Test]
    public void Every_field_of_a_template_is_compared() =>
        typeof(ClusterTemplate)
            .GetProperties()
            .Select(property => property.Name)
            .Except(["Uuid", "Name", "EqualityContract"])
            .Should()
            .HaveCount(
                Cases
                    .Where(one => one.Word == "broken")
                    .Select(one => one.Name.Replace(" none", "", StringComparison.Ordinal))
                    .Distinct()
                    .Count()
            );

    private static Judged Field(string name, ClusterTemplate template, string? entry = null) =>
        Judged.Broken(name, () => Judge(template), "k8s", entry, $"the template k8s has {name}");

    private static Verdict Judge(ClusterTemplate template, SiteWorkload? site = null) =>
        TemplateIsAsWritten.Judge(template, site ?? Facts.Workload, ["i-1"], ["n-1"], Facts.Read);

    /// <summary>Where the list that tells an id from a name is dark, an id is no other name.</summary>
    [TestCase("i-1", "calico", "unknown")]
    [TestCase("ubuntu-kube-v1.30.1", "calico", "kept")]
    [TestCase("i-1", "flannel", "broken")]
    public void An_id_that_nobody_could_look_up_is_no_other_name(string image, string driver, string word)
    {
        var written = Written with { Name = Facts.Workload.Template.Name, Image = image, NetworkDriver = driver };
        var verdict = TemplateIsAsWritten.Check.Judge(
            Facts.Sheet(
                (MagnumFacts.Templates, Facts.Seen<IReadOnlyList<ClusterTemplate>>([written])),
                (MagnumFacts.Images, Facts.Unread<IReadOnlyList<Image>>(Unreadable.Refused)),
                (MagnumFacts.Networks, Facts.Seen<IReadOnlyList<NeutronNetwork>>([])),
                (ComputeFacts.Flavors, Facts.Seen<IReadOnlyList<Flavor>>([]))
            )
        );
        verdict.Word.Should().Be(word, verdict.Sentence.ToString());
    }
}
