namespace Acceptance.Conformance.Tests.Captures;

/// <summary>
/// Captures that the twin answers otherwise, and why that is right (declared/SERVICE.tsv: capture, reason): the cloud
/// of the runbooks is newer, or it was the doing of the rig that recorded them.
/// </summary>
internal sealed class Declarations
{
    private readonly Dictionary<(string Service, string Capture), string> _reasons = [];

    public static Declarations Read()
    {
        var read = new Declarations();
        foreach (
            var file in Directory.Exists(DataFile.Folder("declared"))
                ? Directory.EnumerateFiles(DataFile.Folder("declared"), "*.tsv")
                : []
        )
        {
            foreach (var row in DataFile.Rows(file))
            {
                if (row.Length != 2 || row[1].Length < 20)
                    throw new FormatException(
                        $"{Path.GetFileName(file)}: '{string.Join(' ', row)}' is no declaration: a capture, "
                            + "a tab and a sentence that says why."
                    );
                read._reasons.Add((Path.GetFileNameWithoutExtension(file), row[0]), row[1]);
            }
        }

        return read;
    }

    /// <summary>A difference with a declaration is declared; a declaration never makes "not emulated" better.</summary>
    public CaptureResult Of(CaptureResult result) =>
        result.Likeness == Likeness.Different && _reasons.TryGetValue((result.Service, result.Capture), out var reason)
            ? result with
            {
                Likeness = Likeness.Declared,
                Why = reason,
            }
            : result;

    /// <summary>Declarations of captures that turned out to be the same: their line is to go.</summary>
    public IEnumerable<string> Idle(IEnumerable<CaptureResult> results) =>
        results
            .Where(result => result.Likeness == Likeness.Same && _reasons.ContainsKey((result.Service, result.Capture)))
            .Select(result => $"{result.Service}: {result.Capture}");
}
