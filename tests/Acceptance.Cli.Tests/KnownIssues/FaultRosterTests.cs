using System.Text.RegularExpressions;
using Acceptance.Cloud.Twin;
using Acceptance.Decisions.KnownIssues;

namespace Acceptance.Cli.Tests.KnownIssues;

/// <summary>
/// The twin knows faults, the index knows what they amount to: neither has one that the other does not.
/// </summary>
public sealed class FaultRosterTests
{
    /// <summary>Faults that make no known issue, with the reason.</summary>
    private static readonly (string Pattern, string Because)[] MakeNone =
    [
        (
            "^(?!cdn-)[a-z]+(-2)?-(half|garbled|5xx|429|cut|hangs|slow|dark)$",
            "an endpoint that answers amiss, or not at all"
        ),
        ("^untrusted-certificate$", "whose certificate it is says the verdict; no entry of the runbooks has it"),
        ("^token-expired$", "a token is asked for anew, and nothing is red"),
        ("^juju-hangs$", "a dead controller, which the entry juju-macaroon is told apart from"),
        ("^juju-noise$", "what cannot be read is unknown"),
        ("^vip-frontend-only$", "servers that do not run: haproxy says so, and no entry of the runbooks is about it"),
        ("^empty-status$", "nothing seen proves nothing"),
        ("^blip-[08]$", "a pause within the budget"),
        ("^CORRECTION-1$", "a note beside a kept verdict: told under FINDING-3, which it has its number from"),
    ];

    private string[] _faults = [];

    [OneTimeSetUp]
    public async Task Ask()
    {
        await using var twin = Twin.Start(new TwinOptions { FirstBlock = 62 });
        _faults = [.. twin.Faults.Known.Select(fault => fault.Id)];
        _faults.Should().HaveCountGreaterThan(100);
    }

    [Test]
    public void A_fault_of_the_twin_makes_a_known_issue_or_says_why_it_makes_none()
    {
        var makers = KnownIssueIndex.All.SelectMany(issue => issue.Faults).ToHashSet();
        _faults
            .Where(fault => makers.Contains(fault) == MakeNone.Any(row => Regex.IsMatch(fault, row.Pattern)))
            .Should()
            .BeEmpty("each is in a roster, or in the list above with its reason, and not in both");
    }

    [Test]
    public void A_roster_names_faults_that_the_twin_has() =>
        KnownIssueIndex.All.SelectMany(issue => issue.Faults).Should().BeSubsetOf(_faults);

    [Test]
    public void A_reason_is_that_of_a_fault_that_is_there() =>
        MakeNone.Should().OnlyContain(row => _faults.Any(fault => Regex.IsMatch(fault, row.Pattern)));

    [TestCase("crash-loop", "crash-loop")]
    [TestCase("round-robin-one-pod", "round-robin-one-pod")]
    [TestCase("cdn-dark", "image-staging")]
    [TestCase("cdn-truncated", "image-staging")]
    [TestCase("agent-lost", "restart-1")]
    [TestCase("blip-70", "D-011.4-blip")]
    [TestCase("uninitialized-taint", "D-041")]
    [TestCase("CORRECTION-1", "FINDING-3")]
    [TestCase("vault-sealed", "restart-3")]
    public void What_is_told_of_a_fault_is_what_a_run_names(string fault, string entry) =>
        KnownIssueIndex.OfFault(fault)!.Id.Should().Be(entry);
}
