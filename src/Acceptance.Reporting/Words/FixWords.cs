using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Permits;

namespace Acceptance.Reporting.Words;

/// <summary>
/// A step of a fix, cut into prose and commands before the victim is filled in, so that whatever a victim is called
/// cannot turn prose into a command or end one.
/// </summary>
public sealed record FixWords(Permit Needs, IReadOnlyList<FixWords.Piece> Pieces)
{
    public sealed record Piece(bool IsCommand, string Text);

    public static FixWords Of(FixStep step, string? victim)
    {
        // Between back-ticks stands a command: every second piece.
        var pieces = step
            .Text.Split('`')
            .Select((text, index) => new Piece(index % 2 == 1, Fill(text, victim)))
            .Where(piece => piece.Text.Length > 0);
        return new FixWords(step.Needs, [.. pieces]);
    }

    /// <summary>As the runbook writes it, commands between back-ticks.</summary>
    public override string ToString() =>
        string.Concat(Pieces.Select(piece => piece.IsCommand ? $"`{piece.Text}`" : piece.Text));

    private static string Fill(string text, string? victim) =>
        string.IsNullOrEmpty(victim)
            ? text
            : text.Replace("{victim}", Plain.Line(victim)).Replace("{unit}", Plain.Line(victim));
}
