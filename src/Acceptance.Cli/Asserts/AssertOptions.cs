using System.CommandLine;
using System.CommandLine.Parsing;
using Acceptance.Decisions.Asserts;

namespace Acceptance.Cli.Asserts;

/// <summary>What `acceptance assert` takes, and what of it does not go together.</summary>
internal sealed class AssertOptions
{
    public const string Text = "text",
        Json = "json",
        JUnit = "junit";

    private static readonly string[] Formats = [Text, Json, JUnit];

    private readonly Option<string?> _site = new("--site")
    {
        Description = "A site file; else ACCEPTANCE_SITE; else an embedded twin on which the cluster stands.",
    };

    private readonly Option<string?> _only = new("--only")
    {
        Description = "Items to ask, parted by commas: A4,A6. What they stand on is asked, too.",
        HelpName = "ITEMS",
    };

    private readonly Option<bool> _watch = new("--watch")
    {
        Description = "Asks again and again, until interrupted, and says what changes.",
    };

    private readonly Option<string> _format = new("--format")
    {
        Description = "text, json or junit.",
        HelpName = "FORMAT",
        DefaultValueFactory = _ => Text,
    };

    private readonly Option<string?> _capture = new("--capture")
    {
        Description =
            "A folder of yours, outside of any repository: a dated capture of what was asserted is left in it.",
    };

    public IReadOnlyList<Option> All => [_site, _only, _watch, _format, _capture];

    /// <summary>Before anything is opened.</summary>
    public void Refuse(CommandResult given)
    {
        foreach (var error in Errors(given).Take(1))
            given.AddError(error);
    }

    public AssertWishes Read(ParseResult parsed, Func<string, string?> environment)
    {
        var named = parsed.GetValue(_site) ?? environment("ACCEPTANCE_SITE");
        var words = Words(parsed.GetValue(_only));
        return new(
            named is null or "" ? "twin" : named,
            parsed.GetValue(_only) is null
                ? CloudAssert.Items
                : [.. CloudAssert.Items.Where(item => words.Any(word => CloudAssert.Find(word) == item))],
            parsed.GetValue(_format)!.ToLowerInvariant(),
            parsed.GetValue(_watch),
            parsed.GetValue(_capture)
        );
    }

    private IEnumerable<string> Errors(CommandResult given)
    {
        var only = given.GetValue(_only);
        if (only is not null && Words(only).FirstOrDefault(word => CloudAssert.Find(word) is null) is { } strange)
            yield return $"--only: found '{strange}'; allowed: {string.Join(", ", CloudAssert.Items)}, "
                + "or several of them parted by commas";
        if (only is not null && Words(only).Length == 0)
            yield return $"--only: found nothing; allowed: {string.Join(", ", CloudAssert.Items)}, "
                + "or several of them parted by commas";
        var format = given.GetValue(_format) ?? Text;
        if (!Formats.Contains(format, StringComparer.OrdinalIgnoreCase))
            yield return $"--format: found '{format}'; allowed: {string.Join(", ", Formats)}";
        var watch = given.GetValue(_watch);
        if (watch && !Text.Equals(format, StringComparison.OrdinalIgnoreCase))
            yield return $"--format: found '{format}' beside --watch, which shows lines; allowed with it: {Text}";
        if (given.GetValue(_capture) is not null && (watch || only is not null))
            yield return $"--capture: found beside {(watch ? "--watch" : "--only")}; allowed: one sweep of all items, "
                + "because a capture is a baseline of the whole cloud";
    }

    private static string[] Words(string? only) =>
        (only ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
