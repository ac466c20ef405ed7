using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.OpenStack;

public class TenantSetupStandsTests
{
    private static readonly NeutronNetwork Network = new("n", "provider-ext", true, NetworkStatus.Active, "p", null);

    public static Judged[] Cases =>
        [
            Judged.Kept(
                "an external network",
                () => Networks(Network, Network with { Name = "other", External = false })
            ),
            Judged.Broken(
                "no such network",
                () => Networks(Network with { Name = "provider-ext2" }),
                "provider-ext",
                null,
                "no network is called provider-ext"
            ),
            Judged.Broken(
                "an internal network",
                () => Networks(Network with { External = false }),
                "provider-ext",
                null,
                "is not external"
            ),
            Judged.Broken(
                "a network that is down",
                () => Networks(Network with { Status = NetworkStatus.Down }),
                "provider-ext",
                null,
                "is DOWN"
            ),
            Judged.Unknown(
                "two of that name",
                () => Networks(Network, Network with { Id = "m" }),
                says: "2 external networks are called"
            ),
            Judged.Kept("the keypair", () => TenantSetupStands.JudgeKeypair(["key"], "key", Facts.Read)),
            Judged.Broken("no keypair", () => TenantSetupStands.JudgeKeypair(["key2"], "key", Facts.Read), "key", null),
            Judged.Kept("a flavor with its sizes", () => Flavor(4096, 2)),
            Judged.Broken("too little memory", () => Flavor(2048, 2), "master", null, "is 2048/2, not 4096/2"),
            Judged.Broken("too many processors", () => Flavor(4096, 4), "master", null),
            Judged.Broken(
                "no such flavor",
                () => TenantSetupStands.JudgeFlavor([], new("master", 4096, 2), Facts.Read),
                "master",
                null
            ),
            Judged.Kept("every role", () => Roles("member", "reader", "load-balancer_member", "admin")),
            Judged.Broken(
                "a role is missing",
                () => Roles("member", "reader"),
                "the user",
                "D-039",
                "lacks load-balancer_member (it carries member, reader)"
            ),
            Judged.Broken("no role at all", () => Roles(), "the user", "D-039", "it carries no role"),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static Verdict Networks(params NeutronNetwork[] networks) =>
        TenantSetupStands.JudgeNetwork(networks, "provider-ext", Facts.Read);

    private static Verdict Flavor(int ram, int vcpus) =>
        TenantSetupStands.JudgeFlavor([new("f", "master", ram, vcpus, 20)], new("master", 4096, 2), Facts.Read);

    private static Verdict Roles(params string[] held) =>
        TenantSetupStands.JudgeRoles("the user", held, Facts.Workload.Roles, Facts.Read);
}
