using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Acceptance.Architecture.Tests.Rules;

/// <summary>
/// A regular expression looks at a text without backtracking; or with a time-out, where it looks around, refers back,
/// or is met too often to be interpreted: a hostile text costs its length, not the square of it.
/// </summary>
public sealed class ExpressionsDoNotBacktrack : Rule
{
    private static readonly string[] Harmless = ["Escape", "Unescape"];

    public override string Number => "H28";

    public override bool Covers(SourceFile file) => file.IsCSharp && file.Under("src/");

    public override IEnumerable<Breach> BreachesIn(SourceFile file) =>
        from expression in file.Syntax.DescendantNodes().Select(Expression).OfType<Made>()
        where !expression.Says.Any(Bounds)
        select At(
            file,
            file.LineOf(expression.At.Span),
            "an expression that may backtrack: give it RegexOptions.NonBacktracking, or a time-out "
                + "(matchTimeoutMilliseconds) where it looks around or refers back"
        );

    public override IEnumerable<SourceFile> Broken =>
        [
            Sample("[GeneratedRegex(\"a\")] static partial Regex A();"),
            Sample("[GeneratedRegex(\"NonBacktracking\")] static partial Regex A();"),
            Sample("[GeneratedRegexAttribute(\"a\", RegexOptions.Singleline)] static partial Regex A();"),
            Sample("[GeneratedRegex(\"a\", RegexOptions.None, matchTimeoutMilliseconds: -1)] Regex A();"),
            Sample("object a = new Regex(\"a\");"),
            Sample("Regex a = new(\"a\", RegexOptions.CultureInvariant);"),
            Sample("Regex A() => new(\"a\");"),
            Sample("Regex A { get; } = new(\"a\");"),
            Sample("bool A(string a) => Regex.IsMatch(a, \"NonBacktracking\");"),
            Sample("string A(string a) => System.Text.RegularExpressions.Regex.Replace(a, \"a\", \"b\");"),
        ];

    public override IEnumerable<SourceFile> Kept =>
        [
            Sample("[GeneratedRegex(\"a\", RegexOptions.NonBacktracking)] static partial Regex A();"),
            Sample("[GeneratedRegex(\"a\", RegexOptions.Singleline | RegexOptions.NonBacktracking)] Regex A();"),
            Sample("[GeneratedRegex(\"(?=a)\", RegexOptions.None, matchTimeoutMilliseconds: 500)] Regex A();"),
            Sample("[GeneratedRegex(\"(?=a)\", RegexOptions.None, 500)] static partial Regex A();"),
            Sample("[GeneratedRegex(\"(?=a)\", RegexOptions.None, matchTimeoutMilliseconds: Most)] Regex A();"),
            Sample("[GeneratedRegex(\"a\", RegexOptions.None, MostMilliseconds)] static partial Regex A();"),
            Sample("[GeneratedRegex(\"a\", RegexOptions.None, Forms.MostMilliseconds)] static partial Regex A();"),
            Sample("Regex A() => new(\"a\", RegexOptions.NonBacktracking);"),
            Sample("Regex a = new(\"(?=a)\", RegexOptions.None, TimeSpan.FromSeconds(1));"),
            Sample("bool A(string a) => Regex.IsMatch(a, \"b\", RegexOptions.NonBacktracking);"),
            Sample("string A(string a) => Regex.Escape(a);"),
            Sample("Uri A() => new(\"a\");"),
        ];

    private static Made? Expression(SyntaxNode node) =>
        node switch
        {
            AttributeSyntax attribute when Names(attribute.Name, "GeneratedRegex") => new(
                node,
                [.. (attribute.ArgumentList?.Arguments ?? default).Select(one => (one.NameColon, one.Expression))]
            ),
            ObjectCreationExpressionSyntax made when Names(made.Type, "Regex") => With(made, made.ArgumentList),
            ImplicitObjectCreationExpressionSyntax made when Names(TypeAround(made), "Regex") => With(
                made,
                made.ArgumentList
            ),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } made
                when Names(called.Expression, "Regex") && !Harmless.Contains(called.Name.Identifier.Text) => With(
                made,
                made.ArgumentList
            ),
            _ => null,
        };

    private static Made With(SyntaxNode node, ArgumentListSyntax? said) =>
        new(node, [.. (said?.Arguments ?? default).Select(one => (one.NameColon, one.Expression))]);

    private static SyntaxNode? TypeAround(SyntaxNode made) =>
        made.Ancestors()
            .Select(outer =>
                outer switch
                {
                    VariableDeclarationSyntax declared => declared.Type,
                    PropertyDeclarationSyntax declared => declared.Type,
                    MethodDeclarationSyntax declared => declared.ReturnType,
                    _ => null,
                }
            )
            .FirstOrDefault(type => type is not null);

    private static bool Names(SyntaxNode? name, string wanted) =>
        name?.ToString().Split('.')[^1] is { } last && (last == wanted || last == $"{wanted}Attribute");

    /// <summary>An argument that is no text: the option, or the time-out.</summary>
    private static bool Bounds((NameColonSyntax? Name, ExpressionSyntax Value) said) =>
        said.Value switch
        {
            LiteralExpressionSyntax number => number.Token.Value is int,
            InvocationExpressionSyntax span => span.ToString().StartsWith("TimeSpan.From", StringComparison.Ordinal),
            IdentifierNameSyntax name => IsSpan(name)
                || said.Name?.Name.Identifier.Text is "matchTimeoutMilliseconds" or "matchTimeout",
            MemberAccessExpressionSyntax { Name: var name } when IsSpan(name) => true,
            _ => said
                .Value.DescendantNodesAndSelf()
                .OfType<MemberAccessExpressionSyntax>()
                .Any(option => option.ToString() == "RegexOptions.NonBacktracking"),
        };

    private static bool IsSpan(SimpleNameSyntax name) =>
        name.Identifier.Text.EndsWith("Milliseconds", StringComparison.Ordinal);

    private static SourceFile Sample(string member) =>
        new("src/Acceptance.Cloud.Live/A.cs", $"partial class A\n{{\n    {member}\n}}\n");

    private sealed record Made(SyntaxNode At, IReadOnlyList<(NameColonSyntax?, ExpressionSyntax)> Says);
}
