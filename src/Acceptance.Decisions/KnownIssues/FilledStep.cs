using Acceptance.Cloud.Permits;

namespace Acceptance.Decisions.KnownIssues;

/// <summary>A step with nothing left to fill in.</summary>
public sealed record FilledStep(Permit Needs, IReadOnlyList<FixPiece> Pieces)
{
    /// <summary>As the runbook writes it, commands between back-ticks.</summary>
    public override string ToString() =>
        string.Concat(Pieces.Select(piece => piece.IsCommand ? $"`{piece.Text}`" : piece.Text));
}
