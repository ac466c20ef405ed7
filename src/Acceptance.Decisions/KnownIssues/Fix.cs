using System.Text.RegularExpressions;
using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Shells;
using Acceptance.Cloud.Sites;

namespace Acceptance.Decisions.KnownIssues;

/// <summary>
/// Fills a known issue's texts from the finding and the site. What neither of them says stays a variable in the
/// command, and a sentence says what is missing: a hole or a word to be replaced is never shown.
/// </summary>
public static class Fix
{
    private const string AnOption = "what is named begins with a hyphen, which a program would read as an option";
    private const string NoName = "what is named is longer than any name";

    /// <summary>The steps of the fix in order, then what must not be done.</summary>
    /// <param name="victim">Whom the finding names, as one printable line; null or empty when no finding does.</param>
    public static IReadOnlyList<FilledStep> Render(KnownIssue issue, string? victim, Site? site)
    {
        var occurrence = new Occurrence(string.IsNullOrEmpty(victim) ? null : victim, site);
        // What is missing is said once a fix, where it is first missed.
        var said = new HashSet<string>();
        return
        [
            .. issue.Fix.Select(step => new FilledStep(step.Needs, Fill(step.Text, occurrence, said))),
            .. issue.DoNots.Select(not => new FilledStep(Permit.Observe, Fill(not, occurrence, said))),
        ];
    }

    /// <summary>One text on its own: the read that proves a cause, say.</summary>
    public static FilledStep Render(StepText text, string? victim, Site? site) =>
        new(Permit.Observe, Fill(text, new Occurrence(string.IsNullOrEmpty(victim) ? null : victim, site), []));

    private static List<FixPiece> Fill(StepText text, Occurrence occurrence, HashSet<string> said)
    {
        List<FixPiece> pieces = [];
        List<Slot> missing = [];
        foreach (var (isCommand, words, slot) in text.Parts)
        {
            var value = slot?.Fill(occurrence);
            var unfit = isCommand ? WhyUnfit(value) : null;
            if (slot is not null && (unfit ?? value) is not { Length: > 0 } && !missing.Contains(slot))
                missing.Add(slot);
            else if (slot is not null && unfit is not null && !missing.Exists(one => one.Variable == slot.Variable))
                missing.Add(slot with { WhyEmpty = unfit });
            Add(pieces, isCommand, words ?? ValueOrVariable(slot!, unfit is null ? value : null, isCommand));
        }

        if (missing.Where(slot => said.Add(slot.Variable)).ToArray() is { Length: > 0 } first)
            Add(
                pieces,
                false,
                $" ({string.Join("; ", first.Select(slot => $"${slot.Variable} is not known: {slot.WhyEmpty}"))})"
            );
        return pieces;
    }

    /// <summary>What keeps a value from being a word of a command; null: nothing.</summary>
    private static string? WhyUnfit(string? value) =>
        value?.StartsWith('-') == true ? AnOption
        : value?.Length > ByHand.MostOfAWord ? NoName
        : null;

    private static string ValueOrVariable(Slot slot, string? value, bool isCommand) =>
        string.IsNullOrEmpty(value)
            ? isCommand
                ? $"\"${slot.Variable}\""
                : $"${slot.Variable}"
            : isCommand
                ? Quoted(value)
                : InProse(value);

    private static void Add(List<FixPiece> pieces, bool isCommand, string text)
    {
        if (pieces.Count > 0 && pieces[^1].IsCommand == isCommand)
            pieces[^1] = pieces[^1] with { Text = pieces[^1].Text + text };
        else
            pieces.Add(new FixPiece(isCommand, text));
    }

    /// <summary>Back-ticks around it would make it look like a command of ours.</summary>
    private static string InProse(string value) => value.Replace('`', '\'');

    /// <summary>One word to a shell, whatever is in it; a home's tilde stays one.</summary>
    private static string Quoted(string value) =>
        value.StartsWith("~/", StringComparison.Ordinal)
            ? "~/" + ShellQuoting.QuoteIfNeeded(value[2..])
            : ShellQuoting.QuoteIfNeeded(value);
}
