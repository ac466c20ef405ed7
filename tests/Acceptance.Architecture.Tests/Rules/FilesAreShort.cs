namespace Acceptance.Architecture.Tests.Rules;

/// <summary>A file of code is read in one sitting, a feature on one screen or two.</summary>
public sealed class FilesAreShort : Rule
{
    public const int Code = 300, Feature = 120;

    public override string Number => "H3";

    public override bool Covers(SourceFile file) => file.IsCSharp || (file.IsFeature && !file.IsStandIn);

    public override IEnumerable<Breach> Of(SourceFile file)
    {
        var (lines, most) = (file.Text.TrimEnd('\n').Split('\n').Length, file.IsFeature ? Feature : Code);
        if (lines > most) yield return At(file, most + 1, $"the file has {lines} lines, {most} are allowed: part it where its subject parts");
    }

    public override IEnumerable<SourceFile> Broken =>
    [
        new("src/Acceptance.Cloud/A.cs", string.Concat(Enumerable.Repeat("// why\n", Code + 1))),
        new("features/acceptance/a.feature", string.Concat(Enumerable.Repeat("# why\n", Feature + 1))),
    ];

    public override IEnumerable<SourceFile> Kept => [new("src/Acceptance.Cloud/A.cs", string.Concat(Enumerable.Repeat("// why\n", Code)))];
}
