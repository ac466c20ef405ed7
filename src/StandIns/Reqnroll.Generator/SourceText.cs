using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Reqnroll.Generator;

/// <summary>Indented lines of C#.</summary>
internal sealed class SourceText
{
    private readonly StringBuilder text = new();

    public static string Literal(string? value) =>
        value is null ? "null" : SymbolDisplay.FormatLiteral(value, quote: true);

    public static string Literals(IEnumerable<string> values) => "[" + string.Join(", ", values.Select(Literal)) + "]";

    public SourceText Line(int indent, string line)
    {
        text.Append(' ', 4 * indent).Append(line).Append('\n');
        return this;
    }

    /// <summary>What follows counts as this line of the feature, in stack traces and in the debugger.</summary>
    public SourceText At(int line, string path)
    {
        text.Append("#line ").Append(line).Append(" \"").Append(path).Append("\"\n");
        return this;
    }

    public SourceText Default() => Line(0, "#line default");

    public override string ToString() => text.ToString();
}
