using System.Globalization;
using System.Text;

namespace CliWrap.Builders;

/// <summary>Joins arguments to one line that the process start splits again into exactly the same ones.</summary>
public class ArgumentsBuilder
{
    private readonly List<string> _arguments = [];

    public ArgumentsBuilder Add(string value, bool escape)
    {
        _arguments.Add(escape ? Escape(value) : value);
        return this;
    }

    public ArgumentsBuilder Add(string value) => Add(value, true);

    public ArgumentsBuilder Add(IEnumerable<string> values, bool escape)
    {
        foreach (var value in values)
            Add(value, escape);
        return this;
    }

    public ArgumentsBuilder Add(IEnumerable<string> values) => Add(values, true);

    /// <summary>Numbers, dates: written the same under every locale.</summary>
    public ArgumentsBuilder Add(IFormattable value, bool escape) =>
        Add(value.ToString(null, CultureInfo.InvariantCulture), escape);

    public ArgumentsBuilder Add(IFormattable value) => Add(value, true);

    public string Build() => string.Join(' ', _arguments);

    /// <summary>
    /// Quotes an argument where it is empty or holds blanks or quotes. A run of backslashes counts double
    /// in front of a quote (the closing one too), and is itself everywhere else.
    /// </summary>
    public static string Escape(string argument)
    {
        if (argument.Length > 0 && !argument.Any(c => c == '"' || char.IsWhiteSpace(c)))
            return argument;

        var quoted = new StringBuilder("\"");
        var backslashes = 0;
        foreach (var c in argument)
        {
            if (c == '"')
                quoted.Append('\\', backslashes + 1);
            backslashes = c == '\\' ? backslashes + 1 : 0;
            quoted.Append(c);
        }

        return quoted.Append('\\', backslashes).Append('"').ToString();
    }
}
