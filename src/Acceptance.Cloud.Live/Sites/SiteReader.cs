using System.Text.Json;
using Acceptance.Cloud.Files;
using Acceptance.Cloud.Sites;

namespace Acceptance.Cloud.Live.Sites;

/// <summary>
/// Reads a site file strictly: comments and trailing commas are read, anything the records do not know is refused,
/// and every problem is found in one pass. Credentials are not opened here (see <see cref="SiteFiles"/>).
/// </summary>
/// <param name="budgets">The names of the waits that $.budgets may overrule; null: any name.</param>
/// <param name="issues">Names of known issues that $.waivers may have beside the items of the bar; null: any.</param>
/// <param name="home">What ~ stands for; default: the home of whoever runs this.</param>
public sealed class SiteReader(
    IEnumerable<string>? budgets = null,
    IEnumerable<string>? issues = null,
    string? home = null
)
{
    private readonly string[]? _budgets = budgets?.ToArray();
    private readonly string[]? _issues = issues?.ToArray();
    private readonly string _home = home ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    /// <exception cref="SiteRefused">The file is missing or has problems: all of them, sorted by path.</exception>
    public Site Read(string path)
    {
        var (site, problems) = Examine(path);
        return site ?? throw new SiteRefused(problems);
    }

    /// <summary>The site, or the problems for which it is refused.</summary>
    public (Site? Site, IReadOnlyList<SiteProblem> Problems) Examine(string path)
    {
        try
        {
            var text = Text(path);
            using var json = JsonDocument.Parse(
                text,
                new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
            );
            return Examine(path, json.RootElement, text);
        }
        catch (JsonException broken)
        {
            var says = broken
                .Message.Split(" LineNumber:")[0]
                .TrimEnd('.')
                .Replace(". ", "; ", StringComparison.Ordinal);
            return (
                null,
                [
                    new SiteProblem(
                        path,
                        $"line {broken.LineNumber + 1}, column {broken.BytePositionInLine + 1}",
                        $"no JSON ({says})",
                        "JSON with comments and trailing commas"
                    ),
                ]
            );
        }
        catch (SiteRefused refused)
        {
            return (null, refused.Problems);
        }
    }

    private (Site?, IReadOnlyList<SiteProblem>) Examine(string path, JsonElement root, string text)
    {
        var lines = new SiteLines(text);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var sections = new SiteSections(
            new SiteScalar(new SiteText(folder, _home, JumphostIsElsewhere(root))),
            SiteSecrets.In(root)
        );
        var site = (Site?)sections.Section(root, typeof(Site), SitePath.Root);
        (string Path, string Found, string Allowed)[] found =
        [
            .. sections.Problems,
            .. Budgets(root),
            .. Waivers(site),
        ];
        SiteProblem[] problems =
        [
            .. found
                .Select(one => new SiteProblem(path, one.Path, one.Found, one.Allowed, lines.Of(one.Path)))
                .OrderBy(one => one.Path, StringComparer.Ordinal)
                .ThenBy(one => one.Found, StringComparer.Ordinal),
        ];
        return (problems.Length > 0 ? null : site, problems);
    }

    private IEnumerable<(string Path, string Found, string Allowed)> Budgets(JsonElement root) =>
        _budgets is not null
        && root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("budgets", out var given)
        && given.ValueKind == JsonValueKind.Object
            ? given
                .EnumerateObject()
                .Where(one => !_budgets.Contains(one.Name))
                .Select(one =>
                    (SitePath.Of("$.budgets", one.Name), "an unknown wait", NearName.First(one.Name, _budgets))
                )
            : [];

    private IEnumerable<(string Path, string Found, string Allowed)> Waivers(Site? site)
    {
        foreach (var (index, waiver) in (site?.Waivers ?? []).Index())
        {
            if (IsOfTheBar(waiver.Item))
            {
                if (waiver.Victim is not null)
                    yield return ($"$.waivers[{index}].victim", $"a victim of {waiver.Item}", "a known issue's victim");
            }
            else if (_issues?.Contains(waiver.Item, StringComparer.OrdinalIgnoreCase) == false)
            {
                var near = NearName.Of(waiver.Item, _issues);
                yield return (
                    $"$.waivers[{index}].item",
                    $"an unknown issue ({waiver.Item})",
                    $"D-011.1 to D-011.8, or a known issue{(near is null ? "" : $" such as {near} (near it)")}"
                );
            }
        }
    }

    private static bool IsOfTheBar(string item) => item is ['D', '-', '0', '1', '1', '.', >= '1' and <= '8'];

    private static bool JumphostIsElsewhere(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("jumphost", out var jumphost)
        && jumphost.ValueKind == JsonValueKind.Object
        && jumphost.TryGetProperty("address", out var address)
        && address.ValueKind == JsonValueKind.String;

    private static string Text(string path)
    {
        const string allowed = "the path of a site file (sites/vr0-dc0.json is a template), or 'twin'";
        if (Directory.Exists(path))
            throw new SiteRefused([new SiteProblem(path, SitePath.Root, "a folder", allowed)]);
        try
        {
            return BoundedFile.Read(path);
        }
        catch (Exception missing)
            when (missing is FileNotFoundException or DirectoryNotFoundException or ArgumentException)
        {
            throw new SiteRefused([new SiteProblem(path, SitePath.Root, "no such file", allowed)]);
        }
        catch (Exception shut) when (shut is UnauthorizedAccessException or IOException)
        {
            throw new SiteRefused([
                new SiteProblem(
                    path,
                    SitePath.Root,
                    $"a file that cannot be read ({shut.Message.TrimEnd('.')})",
                    "a readable file"
                ),
            ]);
        }
    }
}
