using System.CommandLine;
using System.CommandLine.Parsing;
using Acceptance.Cloud.Live.Sites;

namespace Acceptance.Cli.Twins;

/// <summary>`acceptance twin clock [+20m]`: the cloud's now; with a span, moved on by it first.</summary>
internal static class TwinClockCommand
{
    public static Command Make(TextWriter output, Func<string, string?> environment, Option<Uri?> control)
    {
        var span = new Argument<TimeSpan?>("SPAN")
        {
            Description = "Moves the clock on, e.g. +20m, +90s, +1h30m.",
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = Span,
        };
        var command = new Command(
            "clock",
            "Says what time it is in the served cloud; with a span, moves its clock on.\n\nExamples:\n"
                + "  acceptance twin clock\n  acceptance twin clock +20m"
        )
        {
            span,
            control,
        };
        command.SetAction(
            async (parsed, cancel) =>
            {
                using var twin = new ControlAddress(environment, control).Open(parsed);
                output.WriteLine(
                    parsed.GetValue(span) is { } on ? await twin.Advance(on, cancel) : await twin.Now(cancel)
                );
                return ExitCode.Kept;
            }
        );
        return command;
    }

    private static TimeSpan? Span(ArgumentResult given)
    {
        var text = given.Tokens.Single().Value;
        if (text.StartsWith('+') && SiteSpan.Of(text[1..]) is { } span)
            return span;
        given.AddError($"SPAN: found '{text}'; allowed: + and {SiteSpan.Allowed}, for time only goes on");
        return null;
    }
}
