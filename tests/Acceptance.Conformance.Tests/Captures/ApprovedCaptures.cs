namespace Acceptance.Conformance.Tests.Captures;

/// <summary>
/// What the shared set's captures were when somebody last approved them (approved/FAMILY.tsv: service, capture,
/// likeness; what is not named was the same). A capture may only become better; ACCEPTANCE_APPROVE=1 writes the file
/// anew.
/// </summary>
internal sealed class ApprovedCaptures(string family)
{
    private readonly string _file = Path.Combine(DataFile.Folder("approved"), family + ".tsv");

    public bool Exists => File.Exists(_file);

    /// <summary>One sentence a capture that is worse than approved.</summary>
    public IReadOnlyList<string> Worse(IEnumerable<CaptureResult> results)
    {
        var approved = Read();
        return
        [
            .. results
                .Where(result =>
                    Rank(result.Likeness) > Rank(approved.GetValueOrDefault((result.Service, result.Capture)))
                )
                .Select(result =>
                    $"{result.Service} {result.Capture} was approved as "
                    + $"{approved.GetValueOrDefault((result.Service, result.Capture))} and is {result.Likeness}: "
                    + $"{result.Why}"
                ),
        ];
    }

    /// <summary>How many captures are better than approved.</summary>
    public int Better(IEnumerable<CaptureResult> results)
    {
        var approved = Read();
        return results.Count(result =>
            Rank(result.Likeness) < Rank(approved.GetValueOrDefault((result.Service, result.Capture)))
        );
    }

    public void Approve(IReadOnlyList<CaptureResult> results) =>
        File.WriteAllLines(
            _file,
            [
                "# "
                    + CaptureCounts.Of(results).Line(family)
                    + "; below, all that were not the same (ACCEPTANCE_APPROVE=1 writes this file)",
                .. results
                    .Where(result => result.Likeness != Likeness.Same)
                    .OrderBy(result => result.Service, StringComparer.Ordinal)
                    .ThenBy(result => result.Capture, StringComparer.Ordinal)
                    .Select(result => $"{result.Service}\t{result.Capture}\t{result.Likeness}"),
            ]
        );

    private Dictionary<(string Service, string Capture), Likeness> Read() =>
        DataFile.Rows(_file).ToDictionary(row => (row[0], row[1]), row => Enum.Parse<Likeness>(row[2]));

    private static int Rank(Likeness likeness) =>
        likeness switch
        {
            Likeness.Same => 0,
            Likeness.Declared => 1,
            Likeness.NotEmulated => 2,
            _ => 3,
        };
}
