using Acceptance.Cloud.Hypervisor;
using Acceptance.Decisions.Checks.Snapshots;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.Snapshots;

public class BaselineStandsTests
{
    private const string Entry = "D-011.7";

    private static readonly DateTimeOffset Deployed = Facts.Now,
        First = Deployed.AddHours(1),
        Tenant = Deployed.AddHours(2),
        Second = Deployed.AddHours(3);

    public static Judged[] Cases =>
        [
            Judged.Kept("both, in order", () => Judge(Tenant, ("s1", First), ("s2", Second))),
            Judged.Kept("the first, before any tenant", () => Judge(null, ("s1", First)), "carries s1 in order"),
            Judged.Broken("no first", () => Judge(null, ("other", First)), "host-0/vda", Entry, "host-0/vda has no s1"),
            Judged.Broken(
                "the first before the deploy",
                () => Judge(null, ("s1", Deployed.AddSeconds(-1))),
                "host-0/vda",
                Entry,
                "before the deploy"
            ),
            Judged.Broken(
                "the first after the first tenant",
                () => Judge(Tenant, ("s1", Tenant.AddSeconds(1)), ("s2", Second)),
                "host-0/vda",
                Entry,
                "after the first tenant resource"
            ),
            Judged.Broken(
                "tenants, and no second",
                () => Judge(Tenant, ("s1", First)),
                "host-0/vda",
                Entry,
                "has no s2, and tenant resources stand"
            ),
            Judged.Broken(
                "the second before the first tenant",
                () => Judge(Tenant, ("s1", First), ("s2", Tenant.AddSeconds(-1))),
                "host-0/vda",
                Entry,
                "before the first tenant resource"
            ),
            Judged.Broken(
                "one disk of two",
                () =>
                    BaselineStands.Judge(
                        [Disk("vda", ("s1", First)), Disk("vdb")],
                        ["host-0"],
                        Site,
                        Deployed,
                        null,
                        Facts.Read
                    ),
                "host-0/vdb",
                Entry
            ),
            Judged.Unknown(
                "a domain without a disk",
                () =>
                    BaselineStands.Judge(
                        [Disk("vda", ("s1", First))],
                        ["host-0", "host-1"],
                        Site,
                        Deployed,
                        null,
                        Facts.Read
                    ),
                Entry,
                "no disk of host-1"
            ),
            Judged.Unknown("no domain", () => BaselineStands.Judge([], [], Site, Deployed, null, Facts.Read), Entry),
            Judged.Unknown(
                "no moment of the deploy",
                () => BaselineStands.Judge([Disk("vda", ("s1", First))], ["host-0"], Site, null, null, Facts.Read),
                Entry
            ),
            .. CaptureStandsTests.Cases,
        ];

    private static Acceptance.Cloud.Sites.SiteSnapshots Site => new() { First = "s1", Second = "s2" };

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    [Test]
    public void The_first_tenant_is_the_oldest_server_outside_of_the_services()
    {
        var service = Facts.Server("1", "amphora-1", "services") with { Created = Deployed };
        BaselineStands.FirstTenant([service], "services").Should().BeNull();
        BaselineStands
            .FirstTenant(
                [
                    service,
                    Facts.Server("2", "b") with
                    {
                        Created = Second,
                    },
                    Facts.Server("3", "c") with
                    {
                        Created = Tenant,
                    },
                ],
                "services"
            )
            .Should()
            .Be(Tenant);
    }

    private static Verdict Judge(DateTimeOffset? tenant, params (string Tag, DateTimeOffset Taken)[] snapshots) =>
        BaselineStands.Judge([Disk("vda", snapshots)], ["host-0"], Site, Deployed, tenant, Facts.Read);

    private static DiskSnapshots Disk(string target, params (string Tag, DateTimeOffset Taken)[] snapshots) =>
        new("host-0", target, "file", [.. snapshots.Select(one => new DiskSnapshot(one.Tag, one.Taken))]);
}
