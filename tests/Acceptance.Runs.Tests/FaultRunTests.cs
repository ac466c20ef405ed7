using Acceptance.Runs.Tests.Programs;

namespace Acceptance.Runs.Tests;

/// <summary>Each fault makes the run red, at its own layer, with its own entry, and what stands above is held back.</summary>
public sealed class FaultRunTests
{
    private static readonly (string Fault, string Rung, string Entry)[] Matrix =
    [
        ("lxd-container-down", "machines", "restart-1"),
        ("mysql-degraded", "mysql", "mysql-outage"),
        ("vault-sealed", "vault", "restart-3"),
        ("D-045", "haproxy", "D-045"),
        ("DOCFIX-022", "keystone", "DOCFIX-022"),
        ("D-040", "hypervisors", "D-040"),
        ("LB-failover", "octavia", "LB-failover"),
        ("amphora-headroom", "octavia", "amphora-headroom"),
        ("D-041", "mgmt-k8s", "D-041"),
        ("D-042", "magnum", "D-042"),
        ("L-P6-3", "magnum", "L-P6-3"),
        ("D-039", "magnum", "D-039"),
    ];

    private static IEnumerable<TestCaseData> Sampled => Breadth.Sample(Matrix, 3)
        .Select(one => new TestCaseData(one.Fault, one.Rung, one.Entry, Breadth.Seed).SetArgDisplayNames(one.Fault, $"seed {Breadth.Seed}"));

    [TestCaseSource(nameof(Sampled)), CancelAfter(300_000)]
    public async Task A_fault_put_in_by_another_process_is_named_with_its_layer_and_its_victim(string fault, string rung, string entry, int seed, CancellationToken cancel)
    {
        await using var twin = await ServedTwin.Serve("rebuilt", seed, cancel);
        var said = await twin.Break(fault, cancel);
        using var run = await SuiteRun.Of(Clone.This, "Category=Acceptance", cancel, ("ACCEPTANCE_SITE", twin.Site));
        TestContext.Out.WriteLine($"{said.Trim()}\n{run.Page}");
        Named(run, rung, entry);
    }

    [TestCaseSource(nameof(Sampled)), CancelAfter(300_000)]
    public async Task A_fault_named_in_the_settings_is_named_likewise(string fault, string rung, string entry, int seed, CancellationToken cancel)
    {
        _ = seed;
        using var run = await SuiteRun.Of(Clone.This, "Category=Acceptance", cancel, ("ACCEPTANCE_FAULTS", fault));
        Named(run, rung, entry);
    }

    private static void Named(SuiteRun run, string rung, string entry)
    {
        run.Exit.Should().Be(1, run.Output);
        var cause = run.Summary["lowestRed"]!;
        ((string?)cause["rung"]).Should().Be(rung, run.Page);
        ((string?)cause["entry"]).Should().Be(entry, run.Page);
        ((string?)cause["victim"]).Should().NotBeNullOrEmpty(run.Page);
        run.Page.Should().Contain((string?)cause["victim"]).And.Contain($"known issue       {entry}:").And.Contain("evidence");
        // The exit gate is one of them; what else failed is of the cause itself: what stands above the red rung is held back, not failed.
        run.Count("failed").Should().BeInRange(1, 4, run.Page);
        foreach (var held in run.Scenarios("held back")) ((string)held["sentence"]!).Should().StartWith("held back by ");
        var below = run.Summary["rungs"]!.AsArray().TakeWhile(one => (string)one!["rung"]! != rung);
        below.Should().OnlyContain(one => (string)one!["verdict"]! == "kept", run.Page);
    }
}
