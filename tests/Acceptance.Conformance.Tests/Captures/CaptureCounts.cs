namespace Acceptance.Conformance.Tests.Captures;

/// <summary>How many of each likeness.</summary>
internal sealed record CaptureCounts(int Same, int Declared, int Different, int NotEmulated)
{
    public int All => Same + Declared + Different + NotEmulated;

    public static CaptureCounts Of(IEnumerable<CaptureResult> results)
    {
        var by = results.CountBy(result => result.Likeness).ToDictionary();
        return new(
            by.GetValueOrDefault(Likeness.Same),
            by.GetValueOrDefault(Likeness.Declared),
            by.GetValueOrDefault(Likeness.Different),
            by.GetValueOrDefault(Likeness.NotEmulated)
        );
    }

    /// <summary>"captures nova: same 61, declared 3, different 2, not emulated 4".</summary>
    public string Line(string of) =>
        $"captures {of}: same {Same}, declared {Declared}, different {Different}, not emulated {NotEmulated}";
}
