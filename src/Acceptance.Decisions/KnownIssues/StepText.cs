using System.Runtime.CompilerServices;

namespace Acceptance.Decisions.KnownIssues;

/// <summary>
/// A text of a known issue: prose and, between back-ticks, commands. Its holes take <see cref="Slot"/>s and nothing
/// else, so that a misspelt one does not compile; what fills them later can neither end a command nor begin one.
/// </summary>
[InterpolatedStringHandler]
public sealed class StepText
{
    private readonly List<(bool IsCommand, string? Words, Slot? Slot)> _parts = [];
    private bool _inCommand;

    public StepText(int literalLength, int formattedCount) => _parts.Capacity = (2 * formattedCount) + 1;

    public static implicit operator StepText(string words)
    {
        var text = new StepText(words.Length, 0);
        text.AppendLiteral(words);
        return text;
    }

    /// <summary>In order: words as written, or the slot that stands there.</summary>
    public IReadOnlyList<(bool IsCommand, string? Words, Slot? Slot)> Parts => _parts;

    public void AppendLiteral(string words)
    {
        var pieces = words.Split('`');
        for (var index = 0; index < pieces.Length; index++)
        {
            if (index > 0)
                _inCommand = !_inCommand;
            if (pieces[index].Length > 0)
                _parts.Add((_inCommand, pieces[index], null));
        }
    }

    public void AppendFormatted(Slot slot) => _parts.Add((_inCommand, null, slot));
}
