using Acceptance.Decisions.KnownIssues;
using Acceptance.Runs.Tests.Programs;
using Acceptance.Surroundings;

namespace Acceptance.Runs.Tests;

/// <summary>
/// Each fault makes the run red, at its own layer, with its own entry and what to act upon, in a cloud that has its
/// cluster and in one that has none yet; what stands above is held back.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class FaultRunTests
{
    private const string Rebuilt = "rebuilt",
        Accepted = "accepted",
        Cluster = "capi-test-1",
        ManagementVm = "capi-mgmt-v2",
        Unit = @"/\d+$",
        Id = "^[0-9a-f-]{36}$";
    private const string Template = "capi-k8s-v1-34",
        Image = "ubuntu-jammy-kube-v1.34.8",
        Publisher = "azimuth-images.stackhpc.cloud",
        Hosts = @"^openstack0, openstack1, openstack2, openstack3$";

    private static readonly (string Fault, string World, string Rung, string Entry, string Victim)[] Matrix =
    [
        ("machine-broken", Accepted, "machines", "machine-not-deployed", @"^openstack\d$"),
        .. InBoth("lxd-container-down", "machines", "restart-1", @"^\d+/lxd/\d+$"),
        .. InBoth("mysql-degraded", "mysql", "mysql-outage", Unit),
        .. InBoth("vault-sealed", "vault", "restart-3", Unit),
        .. InBoth("ovn-disconnected", "ovn", "ovn-tls-sweep", Unit),
        .. InBoth("D-045", "haproxy", "D-045", Unit),
        .. InBoth("DOCFIX-022", "keystone", "DOCFIX-022", "."),
        .. InBoth("D-040", "hypervisors", "D-040", Unit),
        ("D-057", Accepted, "hypervisors", "D-057", Unit),
        .. InBoth("LB-failover", "octavia", "LB-failover", Id),
        .. InBoth("amphora-headroom", "octavia", "amphora-headroom", Hosts),
        .. InBoth("amphora-orphan", "octavia", "amphora-orphan", Id),
        .. InBoth("amphora-orphan-active", "octavia", "amphora-orphan", Id),
        .. InBoth("D-041", "mgmt-vm", "D-041", ManagementVm),
        .. InBoth("uninitialized-taint", "mgmt-vm", "D-041", ManagementVm),
        .. InBoth("mgmt-fip-stale", "mgmt-vm", "DOCFIX-038", @"net\.env$"),
        .. InBoth("D-042", "magnum", "D-042", Unit),
        .. InBoth("D-046", "magnum", "D-046", Unit),
        .. InBoth("D-065", "magnum", "D-065", Unit),
        .. InBoth("D-067", "magnum", "D-067", Unit),
        .. InBoth("DOCFIX-064", "magnum", "DOCFIX-064", Id),
        ("D-039", Rebuilt, "magnum", "D-039", "^admin on capi-mgmt$"),
        ("D-039", Accepted, "magnum", "D-039", Cluster),
        .. InBoth("D-039-frozen", "magnum", "D-039", Cluster),
        .. InBoth("L-P6-3", "magnum", "L-P6-3", Image),
        .. InBoth("DOCFIX-032", "magnum", "DOCFIX-032", Template),
        ("FINDING-3", Accepted, "magnum", "FINDING-3", Id),
        ("cdn-truncated", Rebuilt, "magnum", "image-staging", Publisher),
        ("cdn-dark", Rebuilt, "magnum", "image-staging", Publisher),
        ("stuck-delete", Rebuilt, "capi", "stuck-delete", $"^{Cluster}-[a-z0-9]+$"),
        .. InBoth("crash-loop", "workload", "crash-loop", "."),
        .. InBoth("round-robin-one-pod", "workload", "round-robin-one-pod", Cluster),
    ];

    /// <summary>
    /// What is no fault of the cloud any more, or not yet: the run is green, and says what it met. Nothing is said
    /// where nothing was met.
    /// </summary>
    private static readonly (string Fault, string World, string Says)[] Green =
    [
        ("FINDING-3", Rebuilt, "the queued remnant "),
        ("CORRECTION-1", Rebuilt, "stored as qcow2 (CORRECTION-1"),
        ("CORRECTION-1", Accepted, "stored as qcow2 (CORRECTION-1"),
        ("cdn-truncated", Accepted, ""),
        ("cdn-dark", Accepted, ""),
        ("stuck-delete", Accepted, ""),
    ];

    private static IEnumerable<TestCaseData> Sampled =>
        Breadth
            .Sample(Matrix, 3)
            .Select(one =>
                new TestCaseData(
                    one.Fault,
                    one.World,
                    one.Rung,
                    one.Entry,
                    one.Victim,
                    Breadth.Seed
                ).SetArgDisplayNames(one.Fault, one.World, $"seed {Breadth.Seed}")
            );

    private static IEnumerable<TestCaseData> SampledInSettings =>
        Breadth
            .Sample([.. Matrix.Where(one => one.World == Rebuilt)], 2)
            .Select(one => new TestCaseData(one.Fault, one.Rung, one.Entry, one.Victim).SetArgDisplayNames(one.Fault));

    private static IEnumerable<TestCaseData> SampledGreen =>
        Breadth
            .Sample(Green, 1)
            .Select(one =>
                new TestCaseData(one.Fault, one.World, one.Says, Breadth.Seed).SetArgDisplayNames(
                    one.Fault,
                    one.World,
                    $"seed {Breadth.Seed}"
                )
            );

    /// <summary>
    /// What a twin's fault amounts to is stated once, in the roster of its entry; these rows are what the runs are
    /// held to.
    /// </summary>
    [Test]
    public void A_row_names_the_entry_and_the_rung_that_the_index_has_for_the_fault() =>
        Matrix
            .Select(row => (row.Fault, row.Entry, row.Rung))
            .Should()
            .OnlyContain(row =>
                KnownIssueIndex.OfFault(row.Fault)!.Id == row.Entry
                && KnownIssueIndex.OfFault(row.Fault)!.Rung == row.Rung
            );

    [TestCaseSource(nameof(Sampled)), CancelAfter(900_000)]
    public async Task A_fault_put_in_by_another_process_is_named_with_its_layer_and_its_victim(
        string fault,
        string world,
        string rung,
        string entry,
        string victim,
        int seed,
        CancellationToken cancel
    )
    {
        await using var twin = await ServedTwin.Serve(world, seed, cancel);
        var said = await twin.Break(fault, cancel);
        using var run = await SuiteRun.Of(Clone.This, "Category=Acceptance", cancel, ("ACCEPTANCE_SITE", twin.Site));
        TestContext.Out.WriteLine($"{said.Trim()}\n{run.Page}");
        Named(run, rung, entry, victim);
    }

    [TestCaseSource(nameof(SampledInSettings)), CancelAfter(900_000)]
    public async Task A_fault_named_in_the_settings_is_named_likewise(
        string fault,
        string rung,
        string entry,
        string victim,
        CancellationToken cancel
    )
    {
        using var run = await SuiteRun.Of(Clone.This, "Category=Acceptance", cancel, ("ACCEPTANCE_FAULTS", fault));
        Named(run, rung, entry, victim);
    }

    [TestCaseSource(nameof(SampledGreen)), CancelAfter(900_000)]
    public async Task What_the_run_mends_or_only_notes_is_said_and_fails_nothing(
        string fault,
        string world,
        string says,
        int seed,
        CancellationToken cancel
    )
    {
        await using var twin = await ServedTwin.Serve(world, seed, cancel);
        await twin.Break(fault, cancel);
        using var run = await SuiteRun.Of(Clone.This, "Category=Acceptance", cancel, ("ACCEPTANCE_SITE", twin.Site));
        run.Exit.Should().Be(0, run.Quoted);
        run.Count("failed").Should().Be(0, run.Page);
        run.Count("heldBack").Should().Be(0, run.Page);
        run.Scenarios("kept")
            .Concat(run.Scenarios("recovered"))
            .Should()
            .Contain(one => ((string)one["sentence"]!).Contains(says, StringComparison.Ordinal), run.Page);
    }

    private static void Named(SuiteRun run, string rung, string entry, string victim)
    {
        run.Exit.Should().Be(1, run.Quoted);
        var cause = run.Summary["lowestRed"]!;
        ((string?)cause["rung"]).Should().Be(rung, run.Page);
        ((string?)cause["entry"]).Should().Be(entry, run.Page);
        ((string?)cause["victim"]).Should().MatchRegex(victim, run.Page);
        run.Page.Should()
            .Contain((string?)cause["victim"])
            .And.Contain($"known issue       {entry}:")
            .And.Contain("seen by")
            .And.Contain("evidence");
        // The exit gate is one of them; what else failed is of the cause itself: what stands above the red rung is
        // held back, not failed.
        run.Count("failed").Should().BeInRange(1, 3, run.Page);
        run.Page.Should()
            .NotContain("also red", "one cause is one finding")
            .And.NotContain("(the budget", "a state that cannot become right is not waited out");
        foreach (var held in run.Scenarios("held back"))
            ((string)held["sentence"]!).Should().StartWith("held back by ");
        var below = run.Summary["rungs"]!.AsArray().TakeWhile(one => (string)one!["rung"]! != rung);
        below.Should().OnlyContain(one => (string)one!["verdict"]! == "kept", run.Page);
    }

    private static (string Fault, string World, string Rung, string Entry, string Victim)[] InBoth(
        string fault,
        string rung,
        string entry,
        string victim
    ) => [(fault, Rebuilt, rung, entry, victim), (fault, Accepted, rung, entry, victim)];
}
