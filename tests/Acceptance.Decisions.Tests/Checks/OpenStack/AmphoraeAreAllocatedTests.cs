using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.OpenStack;

public class AmphoraeAreAllocatedTests
{
    public static Judged[] Cases =>
        [
            Judged.Kept(
                "each with its row",
                () => Judge([Facts.Amphora("1")], Facts.Server("vm-1", "amphora-1", "services"))
            ),
            Judged.Kept("a cloud without load balancers", () => Judge([])),
            Judged.Kept(
                "a tenant's server of such a name",
                () => Judge([], Facts.Server("vm-9", "amphora-mine", "tenant"))
            ),
            Judged.Kept("another server of the services", () => Judge([], Facts.Server("vm-9", "bastion", "services"))),
            Judged.Kept("one that boots", () => Judge([Facts.Amphora("1", "BOOTING")])),
            Judged.Broken(
                "one in ERROR",
                () => Judge([Facts.Amphora("1"), Facts.Amphora("2", "ERROR")]),
                "lb-1",
                "LB-failover",
                "the amphora 2 of load balancer lb-1 is in ERROR"
            ),
            Judged.Broken(
                "one in ERROR without a load balancer",
                () => Judge([Facts.Amphora("2", "ERROR") with { LoadBalancerId = null }]),
                "2",
                "LB-failover"
            ),
            Judged.Broken(
                "a server that Octavia does not know",
                () => Judge([Facts.Amphora("1")], Facts.Server("vm-9", "amphora-9", "services", "ERROR")),
                "vm-9",
                "amphora-orphan"
            ),
            Judged.Broken(
                "a row without a server id hides no orphan",
                () =>
                    Judge(
                        [Facts.Amphora("1") with { ComputeId = null }],
                        Facts.Server("vm-1", "amphora-1", "services")
                    ),
                "vm-1",
                "amphora-orphan"
            ),
            Judged.Unknown("an unrecognised state", () => Judge([Facts.Amphora("1", "FINE")])),
            Judged.Unknown("no state", () => Judge([Facts.Amphora("1", "")])),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    /// <summary>Octavia writes the server's id into its row once Nova has built it.</summary>
    [Test]
    public void A_server_that_is_being_built_is_looked_at_again_before_it_is_called_an_orphan() =>
        Judge([], Facts.Server("vm-9", "amphora-9", "services", "BUILD"))
            .Should()
            .BeOfType<Verdict.Broken>()
            .Which.MaySettle.Should()
            .BeTrue();

    private static Verdict Judge(Amphora[] amphorae, params Server[] servers) =>
        AmphoraeAreAllocated.Judge(amphorae, servers, "services", Facts.Read);
}
