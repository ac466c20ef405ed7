using Acceptance.Conformance.Tests.Runbooks.Finding;

namespace Acceptance.Conformance.Tests.Runbooks;

/// <summary>
/// The finder copes with runbooks whose Markdown lost its marks: every step's blocks, and a step without one is
/// listed as such.
/// </summary>
[TestFixture]
[Category("Runbook")]
public sealed class FinderTests
{
    [Test]
    public void Every_step_has_its_blocks_or_is_listed_as_having_none() =>
        Approved.Holds(
            "blocks.approved.txt",
            "The blocks of each step: where each begins, its lines, its first command. Found by program.",
            Listed()
        );

    [Test]
    public void Every_line_of_the_five_programs_is_found() =>
        Approved.Holds(
            "lines.approved.txt",
            "Every line of openstack, kubectl, juju, maas and virsh in the runbooks, where it stands first. "
                + "Found by program.",
            LineFinder
                .Distinct()
                .Select(line =>
                    $"{line.Runbook}:{line.Line}\t{line.Text.Replace("\n", "\\n", StringComparison.Ordinal)}"
                )
        );

    private static IEnumerable<string> Listed()
    {
        var blocks = BlockFinder.All();
        foreach (var step in Step.All.Where(step => step.Id != "-"))
        {
            var own = blocks.Where(block => block.Step == step).ToArray();
            if (own.Length == 0)
                yield return $"{step.Id}\tno block";
            foreach (var block in own)
            {
                var lines = block.Text.TrimEnd('\n').Split('\n');
                yield return $"{block.Id}\t{step.Runbook}:{block.Line}\t{lines.Length} lines\t"
                    + $"{lines.First(line => !line.StartsWith('#'))}";
            }
        }
    }
}
