using Acceptance.Cloud;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Shells;
using Acceptance.Decisions.KnownIssues.FullCloudRestart;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Runs.Rehearsals;

/// <summary>
/// A one-liner of the runbooks, word for word from features/lines, and what it prints when it sees nothing wrong.
/// What is literal about one cloud in it stands as a placeholder, filled from the site.
/// </summary>
public sealed record LiteralLine(string Id, Func<ShellAnswer, bool> SeesNothing, bool OnWorkload)
{
    public static LiteralLine Charms { get; } =
        new("D-011.1", answer => answer.Stdout.Trim() == "all active/idle", false);

    public static LiteralLine Addresses { get; } =
        new("D-011.2", answer => answer.Stdout.Trim() is "200" or "300", false);

    public static LiteralLine TenantReach { get; } =
        new("D-011.3", answer => answer.Stdout.Contains("VIP-OK", StringComparison.Ordinal), false);

    public static LiteralLine StuckPods { get; } =
        new("phase-08.3", answer => answer is { Exit: 0 } && answer.Stdout.Trim().Length == 0, true);

    public static LiteralLine Machines { get; } =
        new(Restart1.Id, answer => answer.Stdout.Trim() == "all machines started", false);

    /// <summary>The stage names no line; this is the one that its words suggest.</summary>
    public static LiteralLine Chassis { get; } =
        new("restart-4", answer => answer.Stdout.Trim() == "all chassis connected", false);

    /// <summary>Names without their states: nothing of it can look wrong (FACTS 0.15).</summary>
    public static LiteralLine AmphoraSweep { get; } =
        new(
            "capi-5a",
            answer => answer.Exit == 0 && !answer.Stdout.Contains("Status", StringComparison.Ordinal),
            false
        );

    /// <summary>A loop ends with 0 whether or not what it waits for came (FACTS 0.20).</summary>
    public static LiteralLine ReadinessPoll { get; } = new("capi-3", answer => answer.Exit == 0, false);

    private static IReadOnlyList<LiteralLine> All =>
        [Charms, Addresses, TenantReach, StuckPods, Machines, Chassis, AmphoraSweep, ReadinessPoll];

    /// <summary>By its id; an unknown one is refused with those that there are.</summary>
    public static LiteralLine WithId(string id) =>
        All.FirstOrDefault(line => line.Id == id)
        ?? throw new ArgumentException(
            $"'{id}' is no line of features/lines: there are {string.Join(", ", All.Select(line => line.Id))}.",
            nameof(id)
        );

    /// <summary>
    /// Kept when the line reads green although the cloud is broken; not asked where a program of it is not installed.
    /// </summary>
    public Verdict JudgeFooled(ShellAnswer answer) =>
        MissingProgram.In(answer, $"the line {Id}")
        ?? (
            SeesNothing(answer)
                ? Verdict.Keep(
                    $"the line {Id} reads green: "
                        + $"{(answer.Stdout.Trim() is { Length: > 0 } printed ? printed : "it prints nothing")}"
                )
                : Verdict.Break(
                    $"the line {Id} was not fooled: exit {answer.Exit}, {answer.Stdout.Trim()} {answer.Stderr.Trim()}",
                    Id,
                    null
                )
        );

    public async Task<Reading<ShellAnswer>> Run(Rehearsal rehearsal, string root)
    {
        var text = await RehearsalScript.Read(rehearsal, root, $"{Id}.sh");
        if (OnWorkload)
            text = $"export KUBECONFIG={ShellQuoting.Quote(await rehearsal.KubeconfigFile())}\n{text}";
        return await RehearsalScript.Run(rehearsal, $"{Id}.sh", text);
    }
}
