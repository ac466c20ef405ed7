using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Gates;
using Acceptance.Decisions.Recovery;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Asserts;

/// <summary>
/// One sweep of cloud-assert: the items asked for, the rungs they stand on, and every check's verdict.
/// </summary>
/// <param name="Items">In the order of the catalogue.</param>
/// <param name="Rungs">Those that were tried.</param>
/// <param name="Asked">Each check with its rung, bottom up.</param>
/// <param name="Answered">Whether anything of the cloud answered at all.</param>
public sealed record Sweep(
    IReadOnlyList<AssertedItem> Items,
    IReadOnlyList<RungRecord> Rungs,
    IReadOnlyList<(Rung Rung, Check Check, Verdict Verdict)> Asked,
    bool Answered
)
{
    /// <summary>The items, and what of the ladder beneath them is red and no item's own.</summary>
    public IReadOnlyList<AssertedItem> Lines =>
        [
            .. Items,
            .. Asked
                .Where(one => !Items.Any(item => item.Item.Checks.Contains(one.Check)))
                .Select(one => new AssertedItem(new(one.Rung.Name, one.Check.Promise, one.Check), one.Verdict))
                .Where(line => line.Fails),
        ];

    public int Failed => Lines.Count(line => line.Fails);

    public bool Passes => Lines.All(line => line.Verdict.Passes || line.Verdict is Verdict.NotAsked);

    /// <summary>Of the site's waivers: which do not hold, and which nothing needs.</summary>
    public IReadOnlyList<Sentence> Remarks { get; init; } = [];

    /// <summary>
    /// CLOUD-ASSERT: PASS, or FAIL with how many lines speak against the cloud; and what somebody answers for.
    /// </summary>
    public string Closing => (Passes ? "CLOUD-ASSERT: PASS" : $"CLOUD-ASSERT: FAIL ({Failed})") + WaivedClause;

    private string WaivedClause
    {
        get
        {
            SiteWaiver[] waived =
            [
                .. Asked
                    .Select(one => one.Verdict)
                    .OfType<Verdict.Waived>()
                    .SelectMany(one => one.Each)
                    .Select(one => one.By),
            ];
            return waived.Length == 0
                ? ""
                : $"; {waived.Length} waived: {Sentence.Join(", ", waived.Select(Muting.Answered))}";
        }
    }

    /// <summary>
    /// The lowest red rung; where all of them stand, the layer of the lowest check that fails. Null while nothing does.
    /// </summary>
    public string? LowestRed =>
        Ladder.Red(Rungs)?.Rung.Name
        ?? Asked
            .Where(one => new AssertedItem(new(one.Check.Id, one.Check.Promise), one.Verdict).Fails)
            .Select(one => one.Rung.Name)
            .MinBy(Ladder.Height);
}
