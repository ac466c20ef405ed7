namespace Acceptance.Architecture.Tests.Rules;

/// <summary>LF alone, a line feed at the end, no tab in C# (.gitattributes, .editorconfig).</summary>
public sealed class TextsEndInLineFeeds : Rule
{
    public override string Number => "H13";

    public override bool Covers(SourceFile file) => true;

    public override IEnumerable<Breach> BreachesIn(SourceFile file)
    {
        if (file.Text.IndexOf('\r') is >= 0 and var cr)
            yield return At(file, file.LineAt(cr), "a carriage return stands here: save the file with LF");
        if (file.IsCSharp && file.Text.IndexOf('\t') is >= 0 and var tab)
            yield return At(file, file.LineAt(tab), "a tab stands here: indent with spaces, or write \\t");
        if (file.IsCSharp && file.Text.Length > 0 && file.Text[^1] != '\n')
            yield return At(file, file.Lines.Length, "the file does not end in a line feed: add one");
    }

    public override IEnumerable<SourceFile> Broken =>
        [new("a.sh", "echo a\r\n"), new("src/A.cs", "\tclass A;\n"), new("src/A.cs", "class A;")];

    public override IEnumerable<SourceFile> Kept =>
        [new("tests/a.verified.txt", "no line feed at the end"), new("src/A.cs", "class A;\n")];
}
