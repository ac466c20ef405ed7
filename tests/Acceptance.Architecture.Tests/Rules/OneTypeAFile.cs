using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Acceptance.Architecture.Tests.Rules;

/// <summary>One public type a file, with the file's name; a partial's file carries its part behind a dot.</summary>
public sealed class OneTypeAFile : Rule
{
    public override string Number => "H2";

    public override bool Covers(SourceFile file) => file.IsCSharp;

    public override IEnumerable<Breach> BreachesIn(SourceFile file)
    {
        var types = file
            .Syntax.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .Where(type =>
                type is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax
                && type.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.PublicKeyword))
            )
            .ToArray();
        var expected = file.Name.Split('.')[0];
        foreach (
            var type in types.Where(type => NameOf(type) != expected && !IsMark(type) && !IsGenericOf(type, expected))
        )
            yield return At(
                file,
                file.LineOf(type.Span),
                $"the public type {NameOf(type)} stands in {file.Name}: give it a file of its own name"
            );
    }

    public override IEnumerable<SourceFile> Broken =>
        [
            new("src/Acceptance.Cloud/A.cs", "namespace Acceptance.Cloud;\n\npublic record A;\n\npublic record B;\n"),
            new("src/Acceptance.Cloud/A.cs", "namespace Acceptance.Cloud;\n\npublic delegate void B();\n"),
        ];

    public override IEnumerable<SourceFile> Kept =>
        [
            new(
                "src/Acceptance.Cloud/A.cs",
                "namespace Acceptance.Cloud;\n\npublic record A { public record Inner; }\n\ninternal record B;\n"
            ),
            new("src/Acceptance.Cloud/A.Part.cs", "namespace Acceptance.Cloud;\n\npublic partial class A;\n"),
            new("src/Acceptance.Cloud/A.cs", "public record A<T>;\n"),
            new("src/Acceptance.Cloud/AOfT.cs", "public record A<T>;\n"),
            new("tests/Acceptance.Features/Order.cs", "[Order(1)]\npublic partial class B;\n"),
        ];

    /// <summary>
    /// A part without members only marks a type that stands elsewhere: an order, say, on a class that is generated.
    /// </summary>
    private static bool IsMark(MemberDeclarationSyntax type) =>
        type is TypeDeclarationSyntax { Members.Count: 0, AttributeLists.Count: > 0 } part
        && part.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.PartialKeyword));

    /// <summary>Beside Answer, Answer of T stands in AnswerOfT.</summary>
    private static bool IsGenericOf(MemberDeclarationSyntax type, string file) =>
        type is TypeDeclarationSyntax { TypeParameterList: not null }
        && file.StartsWith(NameOf(type) + "Of", StringComparison.Ordinal);

    private static string NameOf(MemberDeclarationSyntax type) =>
        type switch
        {
            BaseTypeDeclarationSyntax named => named.Identifier.Text,
            DelegateDeclarationSyntax named => named.Identifier.Text,
            _ => "",
        };
}
