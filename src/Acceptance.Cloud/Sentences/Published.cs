using Acceptance.Cloud.Secrets;
using Acceptance.Cloud.Shells;

namespace Acceptance.Cloud.Sentences;

/// <summary>
/// The way out of the process for a text: every secret taken out of it, every control, and what is too long said.
/// </summary>
public static class Published
{
    /// <summary>One line of a report; its own sink escapes it.</summary>
    public static string Line(string? text) => OutsideText.Line(Redacted(text));

    /// <summary>Several lines of a report: an answer's excerpt.</summary>
    public static string Lines(string? text) => OutsideText.Lines(Redacted(text));

    /// <summary>A command to type: whole, or a comment that says why it is not there.</summary>
    public static ByHand Command(ByHand command) =>
        command.Length > OutsideText.Most
            ? $"# a command of {command.Length} characters is too long to type"
            : ByHand.Quoted(OutsideText.Line(Redaction.OfProcess.Pasted(command).ToString()));

    /// <summary>One line of a console, and of what a runner prints.</summary>
    public static string OnConsole(string? text) => ConsoleText.Line(Redacted(text));

    /// <summary>Several of them.</summary>
    public static string LinesOnConsole(string? text) => ConsoleText.Lines(Redacted(text));

    public static string Line(Sentence sentence) => Line(sentence.ToString());

    /// <summary>The same sentence, without what must not leave.</summary>
    public static Sentence Said(Sentence sentence)
    {
        var said = new Sentence(0, 0);
        said.AppendLiteral(Line(sentence));
        return said;
    }

    public static string OnConsole(Sentence sentence) => OnConsole(sentence.ToString());

    private static string Redacted(string? text) => Redaction.OfProcess.Redacted(text ?? "");
}
