using System.Reflection;
using System.Text.RegularExpressions;
using Acceptance.Cloud;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Acceptance.Architecture.Tests.Rules;

/// <summary>
/// What judges, runs and binds compares no status word: a service's words stand beside the members of their enums,
/// the drivers read them, and an unrecognised one stays what it is. A command line's own words (Permits) are no
/// states.
/// </summary>
public sealed partial class StatesAreNoText : Rule
{
    private static readonly string[] Comparing =
    [
        "Contains",
        "StartsWith",
        "EndsWith",
        "Equals",
        "IndexOf",
        "Compare",
        "CompareOrdinal",
    ];

    /// <summary>Every word that stands beside a member.</summary>
    private static readonly Lazy<IReadOnlySet<string>> StatusWords = new(() =>
        typeof(WordAttribute)
            .Assembly.GetTypes()
            .Where(type => type.IsEnum)
            .SelectMany(type => type.GetFields())
            .SelectMany(field => field.GetCustomAttribute<WordAttribute>()?.Words ?? [])
            .ToHashSet(StringComparer.Ordinal)
    );

    public override string Number => "H19";

    public override bool Covers(SourceFile file) =>
        file.IsCSharp
        && file.Under("src/Acceptance.Decisions/", "src/Acceptance.Runs/", "src/Acceptance.Steps/")
        && !file.Under("src/Acceptance.Decisions/Permits/");

    public override IEnumerable<Breach> BreachesIn(SourceFile file) =>
        file
            .Syntax.DescendantNodes()
            .OfType<LiteralExpressionSyntax>()
            .Where(literal =>
                literal.IsKind(SyntaxKind.StringLiteralExpression)
                && IsStatus(literal.Token.ValueText)
                && IsCompared(literal)
            )
            .Select(literal =>
                At(
                    file,
                    file.LineOf(literal.Span),
                    $"\"{literal.Token.ValueText}\" is a status word: compare a member of its enum"
                )
            );

    public override IEnumerable<SourceFile> Broken =>
        [
            Sample("bool B(string a) => a == \"ACTIVE\";"),
            Sample("bool B(string a) => \"lost\" != a;"),
            Sample("bool B(string a) => a is \"FINE_WORD\" or \"x\";"),
            Sample("bool B(string a) => a is not (\"x\" or \"shut off\");"),
            Sample("bool B(One a) => a is { Status: not \"enabled\" };"),
            Sample("bool B(string a) => a.StartsWith(\"PENDING_\", StringComparison.Ordinal);"),
            Sample("bool B(string a) => a.EndsWith(\"_FAILED\", StringComparison.Ordinal);"),
            Sample("int B(string a) => a switch { \"CREATE_COMPLETE\" => 1, _ => 2 };"),
            Sample("void B(string a) { switch (a) { case \"queued\": break; } }"),
            Sample("static readonly string[] B = [\"ALLOCATED\", \"BOOTING\"];"),
            Sample("static readonly string[] B = new[] { \"True\" };"),
            new("src/Acceptance.Steps/Resources/A.cs", "class A { bool B(string a) => a == \"Running\"; }\n"),
            new("src/Acceptance.Runs/A.cs", "class A { bool B(string a) => a.Equals(\"DOWN\"); }\n"),
        ];

    public override IEnumerable<SourceFile> Kept =>
        [
            Sample("bool B(State<PodPhase> a) => a.Is(PodPhase.Running);"),
            Sample("bool B(State<PodPhase> a) => a.Known is PodPhase.Running or PodPhase.Succeeded;"),
            Sample("string B(bool a) => a ? \"ACTIVE\" : \"down\";"),
            Sample("string B(int a) => a switch { 1 => \"ACTIVE\", _ => \"down\" };"),
            Sample("bool B(string a) => a == \"keystone\";"),
            Sample("Verdict B() => Verdict.Keep(\"ACTIVE\");"),
            new("src/Acceptance.Decisions/Permits/A.cs", "class A { bool B(string a) => a is \"DELETE\"; }\n"),
        ];

    private static bool IsStatus(string text) => StatusWords.Value.Contains(text) || Shouted().IsMatch(text);

    private static bool IsCompared(LiteralExpressionSyntax literal) =>
        literal.Parent switch
        {
            ConstantPatternSyntax or CaseSwitchLabelSyntax => true,
            BinaryExpressionSyntax binary => binary.Kind()
                is SyntaxKind.EqualsExpression
                    or SyntaxKind.NotEqualsExpression,
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => Comparing.Contains(NameOf(call)),
            ExpressionElementSyntax => true,
            InitializerExpressionSyntax list => list.Kind() is SyntaxKind.ArrayInitializerExpression,
            _ => false,
        };

    private static string NameOf(InvocationExpressionSyntax call) =>
        call.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
            IdentifierNameSyntax name => name.Identifier.ValueText,
            _ => "",
        };

    private static SourceFile Sample(string member) =>
        new("src/Acceptance.Decisions/Checks/A.cs", $"class A {{ {member} }}\n");

    /// <summary>As OpenStack and HAProxy word a state, whole or in part: ACTIVE, PENDING_, DELETE.</summary>
    [GeneratedRegex("^_?[A-Z]{2,}(_[A-Z]*)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Shouted();
}
