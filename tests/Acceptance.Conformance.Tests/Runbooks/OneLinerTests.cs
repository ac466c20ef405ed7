using Acceptance.Conformance.Tests.Runbooks.Finding;
using Acceptance.Conformance.Tests.Runbooks.Running;
using Acceptance.Conformance.Tests.Runbooks.Typed;

namespace Acceptance.Conformance.Tests.Runbooks;

/// <summary>
/// Appendix A's commands of every other program than the five, found by program, each typed once where the appendix
/// has it typed.
/// </summary>
[TestFixture]
[Category("RealClients")]
[Category("Runbook")]
public sealed class OneLinerTests
{
    [Test]
    public void Every_one_is_found() =>
        Approved.Holds(
            "oneliners.approved.txt",
            "Appendix A's commands of other programs than the five, where each stands first. Found by program.",
            OneLinerFinder.Distinct().Select(line => $"{line.Runbook}:{line.Line}\t{line.Text}")
        );

    [Test]
    public void Every_one_is_as_good_as_approved()
    {
        Operator.NeedsClients();
        using var evening = new Evening(Operator.Self);
        foreach (var line in OneLiner.All)
            evening.Script(line.Name, line.Script);
        var ran = evening.InTwin("accepted");
        var verdicts = OneLiner
            .All.Select(line => (Line: line.Line.Text, Verdict: Verdict.Of(ran[line.Name])))
            .ToArray();
        foreach (var line in OneLiner.All)
            BlockReport.Told($"##### {line.Line.Text}  (exit {ran[line.Name].Exit})\n{ran[line.Name].Output}");
        Console.Error.WriteLine($"appendix one-liners: {Verdict.Counts(verdicts.Select(one => one.Verdict))}");
        if (Environment.GetEnvironmentVariable("ACCEPTANCE_APPROVE") == "1")
            ApprovedVerdicts.Approve(ApprovedVerdicts.OneLiners, verdicts);
        var approved = ApprovedVerdicts.Read(ApprovedVerdicts.OneLiners);
        verdicts
            .Where(one => !approved.TryGetValue(one.Line, out var before) || one.Verdict.IsWorseThan(before))
            .Select(one => $"{one.Line}: {one.Verdict.Word} {one.Verdict.Says}")
            .Should()
            .BeEmpty("what was approved only gets better");
    }
}
