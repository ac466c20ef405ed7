namespace Acceptance.Architecture.Tests.Rules;

/// <summary>
/// A file of code is read in one sitting, counted in characters without indentation: a budget of lines is met by
/// longer lines. A feature is read on one screen or two, and counted in lines.
/// </summary>
public sealed class FilesAreShort : Rule
{
    public const int CodeCharacters = 12_000,
        FeatureLines = 120;

    public override string Number => "H3";

    public override bool Covers(SourceFile file) => file.IsCSharp || file.IsFeature;

    public override IEnumerable<Breach> BreachesIn(SourceFile file)
    {
        if (file.IsCSharp && SourceFile.CharactersOf(file.Text) is var characters and > CodeCharacters)
            yield return At(file, file.Lines.Length - 1, TooLong(characters, CodeCharacters, "characters"));
        if (file.IsFeature && file.Text.TrimEnd('\n').Split('\n').Length is var lines and > FeatureLines)
            yield return At(file, FeatureLines + 1, TooLong(lines, FeatureLines, "lines"));
    }

    public override IEnumerable<SourceFile> Broken =>
        [
            new("src/Acceptance.Cloud/A.cs", new string('/', CodeCharacters) + "\n"),
            new("features/acceptance/a.feature", string.Concat(Enumerable.Repeat("# why\n", FeatureLines + 1))),
        ];

    public override IEnumerable<SourceFile> Kept =>
        [
            new("src/Acceptance.Cloud/A.cs", new string('/', CodeCharacters - 1) + "\n"),
            new("features/acceptance/a.feature", string.Concat(Enumerable.Repeat("# why\n", FeatureLines))),
        ];

    private static string TooLong(int has, int most, string unit) =>
        $"the file has {has} {unit}, {most} are allowed: part it where its subject parts";
}
