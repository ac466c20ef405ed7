using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Acceptance.Cli.Twins;

/// <summary>An option that takes a whole number in a range, and says so in our words.</summary>
internal static class NumberOption
{
    public static Option<int> Whole(string name, string description, string shownAs, int usual, int least, int most) =>
        new(name)
        {
            Description = description,
            HelpName = shownAs,
            DefaultValueFactory = _ => usual,
            CustomParser = given => Read(given, name, least, most),
        };

    private static int Read(ArgumentResult given, string name, int least, int most)
    {
        var text = given.Tokens.Single().Value;
        if (
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
        )
            return number;
        given.AddError($"{name}: found '{text}'; allowed: a whole number from {least} to {most}");
        return 0;
    }
}
