using System.Text.RegularExpressions;

namespace Acceptance.Architecture.Tests.Rules;

/// <summary>Folders and files that the pages at the root name in their layout stand in the repository.</summary>
public sealed partial class ReadmeNamesWhatExists : Rule
{
    private static readonly string[] Tops = ["features/", "src/", "tests/", "sites/", "reports/", ".ci/"];

    public override string Number => "H17";

    public override bool Covers(SourceFile file) => file.Path is "README.md" or "CONTRIBUTING.md";

    public override IEnumerable<Breach> BreachesIn(SourceFile file)
    {
        foreach (
            Match match in Named()
                .Matches(file.Text)
                .Where(match => Tops.Any(top => match.Value.StartsWith(top, StringComparison.Ordinal)))
        )
        {
            var path = match.Value.TrimEnd('.', '/');
            // What a run leaves is named before it is there.
            if (path.StartsWith("reports/", StringComparison.Ordinal) || Repository.Exists(path))
                continue;
            yield return At(
                file,
                file.LineAt(match.Index),
                $"{match.Value} is named here and is not in the repository: correct the page"
            );
        }
    }

    public override IEnumerable<SourceFile> Broken =>
        [new("README.md", "# Layout\n\n    src/Acceptance.NoSuch/   nothing\n")];

    public override IEnumerable<SourceFile> Kept =>
        [
            new(
                "README.md",
                "    src/Acceptance.Cloud/   the language; see `tests/` and reports/living-doc.html. "
                    + "And/or src/*.Tests\n"
            ),
        ];

    [GeneratedRegex(@"(?<![\w./~-])\.?[\w-]+(?:/[\w.-]+)*/[\w.-]*(?![\w*/{<-])")]
    private static partial Regex Named();
}
