using System.Globalization;
using Acceptance.Conformance.Tests.Runbooks.Gates;
using Acceptance.Conformance.Tests.Runbooks.Running;

namespace Acceptance.Conformance.Tests.Runbooks;

/// <summary>
/// The table of blocks, gates and faults, a line as each is known; with ACCEPTANCE_TELL_BLOCKS=FILE what each block
/// printed too.
/// </summary>
internal static class BlockReport
{
    public static void Tell(Gate gate, string who, Ran? ran) =>
        Line(
            gate,
            $"as {who}",
            ran is null ? "did not run"
                : gate.Missing(ran.Output) is { } missing ? $"NOT REACHED ({missing})"
                : "reached",
            ran
        );

    public static void Tell(Gate gate, GateFault fault, Ran ran) =>
        Line(
            gate,
            $"{(fault.Damage is null ? "--fault " : "")}{fault}",
            gate.Missing(ran.Output) is { } missing
                ? $"not reached ({missing})"
                : $"reached{(fault.Blind is { } why ? $", blind: {why}" : "")}",
            ran
        );

    private static void Line(Gate gate, string under, string outcome, Ran? ran)
    {
        var wall = ran is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{ran.Wall.TotalSeconds:F1} s");
        var line = $"runbook block {gate.Block, -20} {under, -24} {wall, 7}  {outcome}";
        Console.Error.WriteLine(line);
        TestContext.Out.WriteLine(line);
        Told($"##### {line}  (exit {ran?.Exit})\n{ran?.Output}");
    }

    public static void Told(string text)
    {
        if (Environment.GetEnvironmentVariable("ACCEPTANCE_TELL_BLOCKS") is { Length: > 0 } file)
            File.AppendAllText(file, $"\n{text}");
    }
}
