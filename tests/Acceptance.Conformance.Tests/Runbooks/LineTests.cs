using Acceptance.Conformance.Tests.Runbooks.Running;
using Acceptance.Conformance.Tests.Runbooks.Typed;
using Acceptance.Surroundings;

namespace Acceptance.Conformance.Tests.Runbooks;

/// <summary>
/// Every line of openstack, kubectl, juju, maas and virsh in the runbooks, typed once: it passes, it is refused as it
/// should, or it is not emulated.
/// </summary>
[TestFixture]
[Category("RealClients")]
[Category("Runbook")]
public sealed class LineTests
{
    [Test]
    public void Every_line_is_as_good_as_approved()
    {
        Operator.NeedsClients();
        var typed = Breadth.Sample(TypedLine.All.Where(line => Breadth.Whole || line.Rank == 0).ToArray(), 12);
        using var evening = new Evening(Operator.Self);
        foreach (var line in typed.OrderBy(line => line.Rank).ThenBy(line => line.Name, StringComparer.Ordinal))
            evening.Script(line.Name, line.Script);
        var ran = evening.InTwin("accepted");
        var verdicts = typed.Select(line => (Line: line.Key, Verdict: Verdict.Of(ran[line.Name]))).ToArray();
        foreach (var line in typed)
            BlockReport.Told($"##### {line.Key}  (exit {ran[line.Name].Exit})\n{ran[line.Name].Output}");
        ShowCounts(verdicts);
        if (Breadth.Whole && Environment.GetEnvironmentVariable("ACCEPTANCE_APPROVE") == "1")
            ApprovedVerdicts.Approve(ApprovedVerdicts.Lines, verdicts);
        var approved = ApprovedVerdicts.Read(ApprovedVerdicts.Lines);
        // A line that a sample asks first may find what the whole order has changed by then.
        verdicts
            .Where(one => IsWorse(one.Verdict, approved.GetValueOrDefault(one.Line)))
            .Select(one => $"{one.Line}: {one.Verdict.Word} {one.Verdict.Says}")
            .Should()
            .BeEmpty("what was approved only gets better");
    }

    private static bool IsWorse(Verdict verdict, Verdict? before) =>
        before is null
        || (Breadth.Whole ? verdict.IsWorseThan(before) : before.Word == "passes" && verdict.Word == "not emulated");

    private static void ShowCounts((string Line, Verdict Verdict)[] verdicts)
    {
        foreach (
            var program in verdicts
                .GroupBy(one => CommandWords.Of(one.Line)!.Split(' ')[0])
                .OrderBy(group => group.Key, StringComparer.Ordinal)
        )
            Console.Error.WriteLine(
                $"runbook lines, {program.Key}: {Verdict.Counts(program.Select(one => one.Verdict))}"
            );
    }

    [TestCase(ApprovedVerdicts.Lines)]
    [TestCase(ApprovedVerdicts.OneLiners)]
    public void Whatever_does_not_pass_has_its_reason(string file) =>
        ApprovedVerdicts
            .WithoutReason(file)
            .Should()
            .BeEmpty("a person has read why each of them is refused or not emulated (the last column of the file)");
}
