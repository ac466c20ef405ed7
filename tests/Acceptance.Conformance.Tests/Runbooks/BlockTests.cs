using Acceptance.Conformance.Tests.Runbooks.Gates;
using Acceptance.Conformance.Tests.Runbooks.Running;
using Acceptance.Surroundings;

namespace Acceptance.Conformance.Tests.Runbooks;

/// <summary>
/// The runbooks' own blocks, pasted into a twin's world with the real clients: each reaches its gate, and under its
/// fault it does not.
/// </summary>
[TestFixture]
[Category("RealClients")]
[Category("Runbook")]
[Parallelizable(ParallelScope.Children)]
public sealed class BlockTests
{
    private static IEnumerable<TestCaseData> Evenings() =>
        from play in Breadth.Sample(GateTable.Plays, 1)
        from who in Breadth.Whole
            ? Operators()
            : [Operators().ElementAt((Breadth.Seed + GateTable.Plays.ToList().IndexOf(play)) % Operators().Count())]
        select new TestCaseData(play, who.Name).SetArgDisplayNames(play, who.Name);

    private static IEnumerable<TestCaseData> Faults()
    {
        var all = GateTable.All.SelectMany(gate => gate.Faults.Select(fault => (gate, fault))).ToArray();
        return Breadth
            .Sample(all, 2)
            .Select(pair =>
                new TestCaseData(pair.gate.Block, Array.IndexOf([.. pair.gate.Faults], pair.fault)).SetArgDisplayNames(
                    pair.gate.Block,
                    pair.fault.ToString()
                )
            );
    }

    [TestCaseSource(nameof(Evenings))]
    public void An_evening_reaches_every_gate(string play, string name)
    {
        Operator.NeedsClients();
        var gates = GateTable.All.Where(gate => gate.Play == play).ToArray();
        using var evening = new Evening(Operators().Single(who => who.Name == name));
        foreach (var gate in gates)
            evening.Run(gate);
        var ran = evening.InTwin(gates[0].World);
        foreach (var gate in gates)
            BlockReport.Tell(gate, name, ran.GetValueOrDefault(gate.Block));
        var outcomes = gates.ToDictionary(
            gate => gate.Block,
            gate =>
                ran.TryGetValue(gate.Block, out var one) && gate.Missing(one.Output) is null
                    ? ReachedTable.Reached
                    : ReachedTable.NotReached
        );
        if (Environment.GetEnvironmentVariable("ACCEPTANCE_APPROVE") == "1")
            ReachedTable.Approve(name, outcomes);
        gates
            .Where(gate => !ran.ContainsKey(gate.Block) || gate.Missing(ran[gate.Block].Output) is not null)
            .Select(gate =>
                $"{gate.Block}: {(ran.TryGetValue(gate.Block, out var one) ? gate.Missing(one.Output) : "did not run")}"
            )
            .Should()
            .BeEmpty("each block reaches the gate that its runbook names (gates.txt)");
    }

    [TestCaseSource(nameof(Faults))]
    public void Under_its_fault_a_gate_is_not_reached(string block, int number)
    {
        Operator.NeedsClients();
        var gate = GateTable.Of(block);
        var fault = gate.Faults[number];
        using var evening = new Evening(Operator.Self);
        foreach (var need in fault.Needs)
            evening.Run(GateTable.Of(need));
        if (fault is { After: null, Damage: null })
            evening.Strike(fault.Id);
        evening.Run(gate, fault);
        var ran = evening.InTwin(fault.World)[block];
        BlockReport.Tell(gate, fault, ran);
        var missing = gate.Missing(ran.Output);
        if (fault.Blind is { } why)
            missing.Should().BeNull("{0} does not see {1}: {2}", block, fault, why);
        else
            missing
                .Should()
                .NotBeNull("with {0} {1} must not reach its gate; it printed\n{2}", fault, block, ran.Output);
    }

    [Test]
    public void Every_step_is_in_the_table_and_each_block_was_shown_to_reach_its_gate_as_root_and_without()
    {
        var approved = ReachedTable.Approved;
        approved
            .Select(row => (row[0], row[1]))
            .Should()
            .Equal(
                ReachedTable.Steps(),
                "reached.approved.tsv holds every step and the gate as gates.txt has it; run the evenings, "
                    + "read what changed, and approve"
            );
        approved
            .Where(row =>
                row[1] != ReachedTable.NoBlock
                && !row.Skip(2).SequenceEqual(ReachedTable.Operators.Select(_ => ReachedTable.Reached))
            )
            .Select(row => row[0])
            .Should()
            .BeEmpty("what was reached once stays reached: as root and without");
    }

    private static IEnumerable<Operator> Operators() =>
        Operator.WithoutRoot is { } other ? [Operator.Self, other] : [Operator.Self];

    [Test]
    public void Every_block_has_its_gate_and_every_gate_its_fault_or_the_reason_why_there_is_none()
    {
        Evening
            .Blocks.Keys.Should()
            .BeEquivalentTo(GateTable.All.Select(gate => gate.Block), "gates.txt holds every block that was found");
        GateTable
            .All.Where(gate =>
                gate.Prints.Count == 0 || !(gate.Faults.Any(fault => fault.Blind is null) ^ gate.NoFault is not null)
            )
            .Select(gate => gate.Block)
            .Should()
            .BeEmpty("a gate says what must be printed, and what keeps it from being printed");
    }
}
