using System.Text;
using System.Text.RegularExpressions;
using Acceptance.Surroundings;

namespace Acceptance.Conformance.Tests.Worlds;

/// <summary>
/// docs/twin.md says what the twin does not know: that half of the page is generated from the twin itself, and held
/// to it.
/// </summary>
public sealed partial class TwinPageTests
{
    private static string Root => WorkTree.Root;

    [Test]
    public async Task The_page_is_what_the_twin_is()
    {
        var page = Path.Combine(Root, "docs", "twin.md");
        var text = await File.ReadAllTextAsync(page);
        var marker = Marker().Match(text);
        marker.Success.Should().BeTrue();
        var written = text[..(marker.Index + marker.Length)] + "\n" + await Generated();
        if (Environment.GetEnvironmentVariable("ACCEPTANCE_APPROVE") == "1")
            await File.WriteAllTextAsync(page, written);
        (await File.ReadAllTextAsync(page))
            .Should()
            .Be(written, "docs/twin.md tells what the twin does not know; ACCEPTANCE_APPROVE=1 writes it anew");
    }

    [Test]
    public async Task Every_command_and_option_that_it_shows_is_there()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Root, "docs", "twin.md"));
        foreach (var command in Command().Matches(page).Select(match => match.Groups[1].Value).Distinct())
        {
            var help = new StringWriter();
            (await new Acceptance.Cli.CommandLine(help, TextWriter.Null, _ => null).Run(["twin", command, "--help"]))
                .Should()
                .Be(0, command);
            help.ToString().Should().Contain($"twin {command}");
        }

        var (run, serve, log) = (new StringWriter(), new StringWriter(), new StringWriter());
        await new Acceptance.Cli.CommandLine(run, TextWriter.Null, _ => null).Run(["twin", "run", "--help"]);
        await new Acceptance.Cli.CommandLine(serve, TextWriter.Null, _ => null).Run(["twin", "serve", "--help"]);
        await new Acceptance.Cli.CommandLine(log, TextWriter.Null, _ => null).Run(["twin", "log", "--help"]);
        var all = $"{run}{serve}{log}";
        foreach (
            var option in Option()
                .Matches(page[..Marker().Match(page).Index])
                .Select(match => match.Value)
                .Distinct()
                .Where(option => option != "--project")
        )
            all.Should().Contain(option);
    }

    private static async Task<string> Generated()
    {
        await using var twin = Acceptance.Cloud.Twin.Twin.Start(
            new() { HomesUnder = TestContext.CurrentContext.WorkDirectory }
        );
        var text = new StringBuilder("\n| service | emulated, by resource (operations) |\n| --- | --- |\n");
        foreach (var (service, operations) in twin.EmulatedOperations.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var resources = operations
                .GroupBy(Resource)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => $"{group.Key} ({group.Count()})");
            text.Append($"| {service} | {string.Join(", ", resources)} |\n");
        }

        text.Append(
            "\n"
                + "Of the programs that it plays, these words and whatever they do not know themselves (in braces: "
                + "what was typed):\n\n"
        );
        foreach (var edge in Edges())
            text.Append($"- {edge}\n");
        return text.ToString();
    }

    /// <summary>The first word of a path behind its version and project.</summary>
    private static string Resource(string operation)
    {
        var parts = operation
            .Split(' ', 2)[1]
            .Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => !part.StartsWith('{') && !Version().IsMatch(part))
            .ToList();
        return parts.Count == 0 ? "the root"
            : parts[0] is "lbaas" or "octavia" && parts.Count > 1 ? parts[1]
            : parts[0];
    }

    private static IEnumerable<string> Edges() =>
        Directory
            .EnumerateFiles(Path.Combine(Root, "src", "Acceptance.Cloud.Twin"), "*.cs", SearchOption.AllDirectories)
            .Where(file =>
                !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
            )
            .SelectMany(file => Edge().Matches(File.ReadAllText(file)))
            .Select(match =>
                Typed().Replace(match.Groups[1].Value, "{...}").Replace("\\n", "", StringComparison.Ordinal)
            )
            .Where(edge => !edge.StartsWith('{'))
            .Distinct()
            .Order(StringComparer.Ordinal);

    [GeneratedRegex("<!-- generated: .*? -->")]
    private static partial Regex Marker();

    [GeneratedRegex("acceptance twin ([a-z]+)")]
    private static partial Regex Command();

    [GeneratedRegex(@"--[a-z][a-z-]+")]
    private static partial Regex Option();

    [GeneratedRegex(@"^v\d")]
    private static partial Regex Version();

    [GeneratedRegex(@"(?:NotEmulatedException\(|not emulated: )\$?""?((?:\{[^{}]*\}|[^""{])+)""")]
    private static partial Regex Edge();

    [GeneratedRegex(@"\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")]
    private static partial Regex Typed();
}
