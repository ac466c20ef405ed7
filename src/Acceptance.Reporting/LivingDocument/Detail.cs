namespace Acceptance.Reporting.LivingDocument;

/// <summary>
/// How much evidence a page carries: a run too large for one page gives up what is needed least first.
/// </summary>
internal enum Detail
{
    /// <summary>Everything.</summary>
    Whole,

    /// <summary>Excerpts only where something is red.</summary>
    ExcerptsOfRed,

    /// <summary>Evidence only where something is red.</summary>
    EvidenceOfRed,

    /// <summary>The answer's own evidence, and nothing else's.</summary>
    Answer,
}
