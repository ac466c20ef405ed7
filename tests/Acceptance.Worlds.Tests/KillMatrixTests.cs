using System.Globalization;
using System.Text;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Diagnosing;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Verdicts;
using Acceptance.Surroundings;

namespace Acceptance.Worlds.Tests;

/// <summary>
/// Faults against checks: what the known issues declare is what fresh worlds show, where every check is asked and none
/// is held back. A cell is what one world or another shows; what is drawn and approved is what is declared.
/// </summary>
public sealed class KillMatrixTests
{
    private static readonly int[] Seeds = [3, 7, 12, 19];

    /// <summary>Worlds in which a fault strikes what it seldom does: a member of MySQL, a chassis.</summary>
    private static readonly Dictionary<string, int[]> MoreSeeds = new() { ["lxd-container-down"] = [2, 32, 35] };

    /// <summary>Faults that no reading meets, with what does.</summary>
    private static readonly Dictionary<string, string> MetByADeed = new()
    {
        ["cdn-truncated"] = "a download of the image",
        ["cdn-dark"] = "a download of the image",
        ["round-robin-one-pod"] = "visits of a Service",
        ["blip-70"] = "a failover of a load balancer that is watched",
        ["capture-refused"] = "a site that names captures: a world is read with its own site",
    };

    /// <summary>Checks that no fault of an entry turns red or unknown, with the reason.</summary>
    private static readonly Dictionary<string, string> TurnedByNone = new()
    {
        ["site-read"] = "a site that cannot be read ends the program",
        ["jumphost-runs"] = "who asks runs on it",
        ["nothing-to-read"] = "what a program finds on its stdin is the starter's",
        ["no-inherited-scope"] = "a trap of the shell that asks",
        ["vault-drill"] = "the date of a drill is the site's own word",
        ["vips-answer"] = "an endpoint that is dark makes no entry: the pairs have it",
    };

    /// <summary>Folds that worlds show only under another cause, with the reason.</summary>
    private static readonly Dictionary<(string Entry, string Check), string> ShownByAnother = new()
    {
        [("stuck-delete", "cluster-complete")] = "D-039 is beneath, and explains it first",
    };

    /// <summary>Whose worlds are made: a quarter of them by the seed, all with ACCEPTANCE_LONG=1.</summary>
    private static readonly HashSet<string> Asked = [.. Breadth.Sample(KillMatrix.Faults, KillMatrix.Faults.Count / 4)];

    private static readonly string Again = $"ACCEPTANCE_SEED={Breadth.Seed}";

    private static readonly Lazy<Task<Shown>> Computing = new(Compute);

    [Test]
    public async Task What_is_declared_is_what_worlds_show()
    {
        var shown = await Computing.Value;
        var approved = await File.ReadAllTextAsync(Approved);
        // A sample of the worlds may not ask what seldom is; all of them ask the approved columns, and no other.
        var columns = Breadth.Whole ? shown.Columns : Columns(approved);
        shown.Columns.Should().BeSubsetOf(columns, Again);
        var drawn = Drawn(columns);
        await TestContext.Out.WriteLineAsync(drawn);
        var differ =
            from fault in Rows
            where Asked.Contains(fault)
            from check in shown.Columns
            let declared = KillMatrix.Declared(fault, check)
            let computed = shown.Cells.GetValueOrDefault((fault, check))
            where declared != computed
            select $"{fault} x {check.Id}: declared {declared}, worlds show {computed}";
        string.Join('\n', differ).Should().BeEmpty(Again);
        drawn.Should().Be(approved, "the matrix is approved as text");
    }

    [Test]
    public async Task No_row_and_no_column_is_empty()
    {
        var columns = Columns(await File.ReadAllTextAsync(Approved));
        Rows.Where(fault => columns.All(check => KillMatrix.Declared(fault, check) == 0))
            .Should()
            .BeEmpty("a fault that nothing shows is met by a deed, and says so");
        columns
            .Where(check => Rows.All(fault => KillMatrix.Declared(fault, check) == 0))
            .Select(check => check.Id)
            .Should()
            .BeEquivalentTo(TurnedByNone.Keys, "a check that no fault turns says why");
    }

    /// <summary>A second sight of the same entry is no fold, and what is beneath is none.</summary>
    [Test]
    public async Task What_is_declared_to_follow_is_seen_to_be_folded()
    {
        var shown = await Computing.Value;
        var unseen =
            from issue in KnownIssueIndex.All
            from one in issue.Consequences
            where IsAsked(issue.Id) && IsAsked(one.Entry)
            where one.Effects.HasFlag(Effects.Red) && one.Entry != issue.Id && !one.IsBeneath
            where !shown.Folds.Contains(one) && !ShownByAnother.ContainsKey((issue.Id, one.Check.Id))
            select $"{issue.Id} explains {one.Check.Id} ({one.Entry ?? "no entry"}): no world shows it";
        string.Join('\n', unseen).Should().BeEmpty(Again);
    }

    [Test]
    public void A_fault_that_only_a_deed_meets_is_one_of_the_index() =>
        MetByADeed.Keys.Should().BeSubsetOf(KillMatrix.Faults);

    private static bool IsAsked(string? entry) =>
        KillMatrix.Faults.Where(fault => KnownIssueIndex.OfFault(fault)!.Id == entry).All(Asked.Contains);

    private static List<Check> Columns(string approved) =>
        [.. CheckCatalogue.All.Where(check => approved.Contains($"  {check.Rung}: {check.Id}\n"))];

    private static string Approved => Path.Combine(WorkTree.Root, "docs", "kill-matrix.approved.txt");

    private static IEnumerable<string> Rows => KillMatrix.Faults.Where(fault => !MetByADeed.ContainsKey(fault));

    /// <summary>R red, u unknown, B one or the other, a dot neither.</summary>
    private static string Drawn(IReadOnlyList<Check> columns)
    {
        var text = new StringBuilder();
        for (var column = 0; column < columns.Count; column++)
        {
            var check = columns[column];
            text.Append(CultureInfo.InvariantCulture, $"{column + 1, 2}  {check.Rung}: {check.Id}\n");
        }

        foreach (var fault in Rows)
        {
            var cells = columns.Select(check => " " + ".RuB"[(int)KillMatrix.Declared(fault, check)]);
            text.Append(
                CultureInfo.InvariantCulture,
                $"{fault, -24} {KnownIssueIndex.OfFault(fault)!.Id, -22}{string.Concat(cells)}\n"
            );
        }

        return text.ToString();
    }

    private static async Task<Shown> Compute()
    {
        Dictionary<(string, Check), Effects> cells = [];
        HashSet<Check> asked = [];
        HashSet<Consequence> folds = [];
        // Worlds share nothing: each is asked on its own, as many at once as there are cores.
        var surveys = await Task.WhenAll(
            Worlds().Select(one => Task.Run(() => Surveyed(one.Kind, one.Fault, one.Seed)))
        );
        foreach (var (fault, judged, folded) in surveys.OfType<Surveying>())
        {
            foreach (var (check, verdict) in judged)
            {
                if (verdict is not Verdict.NotAsked)
                    asked.Add(check);
                cells[(fault, check)] = cells.GetValueOrDefault((fault, check)) | BrokenWorlds.Effect(verdict);
            }

            folds.UnionWith(folded);
        }

        return new([.. CheckCatalogue.All.Where(asked.Contains)], cells, folds);
    }

    private static async Task<Surveying?> Surveyed(string kind, string fault, int seed)
    {
        if (BrokenWorlds.Broken(seed, kind, fault) is not { } world)
            return null;
        var (judged, model) = await world.Survey();
        var folded = RootCauses.Of(judged, model).Roots.SelectMany(root => root.Folds).Select(fold => fold.By);
        return new(fault, judged, [.. folded]);
    }

    private static IEnumerable<(string Kind, string Fault, int Seed)> Worlds() =>
        from kind in new[] { "accepted", "rebuilt" }
        from fault in Asked
        from seed in Seeds.Concat(MoreSeeds.GetValueOrDefault(fault, []))
        select (kind, fault, seed);

    private sealed record Surveying(
        string Fault,
        IReadOnlyList<(Check Check, Verdict Verdict)> Judged,
        IReadOnlyList<Consequence> Folded
    );

    private sealed record Shown(
        IReadOnlyList<Check> Columns,
        IReadOnlyDictionary<(string Fault, Check Check), Effects> Cells,
        IReadOnlySet<Consequence> Folds
    );
}
