using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Acceptance.Architecture.Tests;

/// <summary>One text of the repository, by its path from the root with forward slashes.</summary>
public sealed record SourceFile(string Path, string Text)
{
    private CompilationUnitSyntax? _syntax;

    public string Name => System.IO.Path.GetFileName(Path);

    public string[] Lines => Text.Split('\n');

    public CompilationUnitSyntax Syntax => _syntax ??= CSharpSyntaxTree.ParseText(Text).GetCompilationUnitRoot();

    public bool IsCSharp => Path.EndsWith(".cs", StringComparison.Ordinal);

    public bool IsFeature => Path.EndsWith(".feature", StringComparison.Ordinal);

    public bool IsStandIn => Under("src/StandIns/", "tests/Acceptance.StandIns.Tests/");

    public bool Under(params string[] folders) =>
        folders.Any(folder => Path.StartsWith(folder, StringComparison.Ordinal));

    public int LineAt(int index) => Text.AsSpan(0, index).Count('\n') + 1;

    public int LineOf(TextSpan span) => Syntax.SyntaxTree.GetLineSpan(span).StartLinePosition.Line + 1;

    public int LinesIn(TextSpan span) =>
        Syntax.SyntaxTree.GetLineSpan(span) is var lines
            ? lines.EndLinePosition.Line - lines.StartLinePosition.Line + 1
            : 0;

    /// <summary>How long a text is to its reader: indentation apart.</summary>
    public static int CharactersOf(string text) => text.Split('\n').Sum(line => line.TrimStart().Length + 1) - 1;
}
