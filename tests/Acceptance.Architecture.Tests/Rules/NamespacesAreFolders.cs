using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Acceptance.Architecture.Tests.Rules;

/// <summary>
/// A file-scoped namespace that equals the folder, after the usings, in our own projects; a stand-in has the namespaces
/// of its package.
/// </summary>
public sealed class NamespacesAreFolders : Rule
{
    public override string Number => "H5";

    public override bool Covers(SourceFile file) =>
        file.IsCSharp && !file.IsStandIn && file.Under("src/Acceptance.", "tests/Acceptance.");

    public override IEnumerable<Breach> BreachesIn(SourceFile file)
    {
        var expected = string.Join('.', file.Path.Split('/')[1..^1]);
        var found = file.Syntax.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().ToArray();
        // The program itself, extensions of a project's build and the like have no types of their own.
        if (found.Length == 0 && file.Syntax.Members.OfType<BaseTypeDeclarationSyntax>().Any())
            yield return At(file, 1, $"the types stand in no namespace: write `namespace {expected};`");
        foreach (var one in found.Where(one => one.Name.ToString() != expected))
            yield return At(
                file,
                file.LineOf(one.Span),
                $"the namespace is {one.Name}, the folder says {expected}: make them equal"
            );
        foreach (var one in found.OfType<NamespaceDeclarationSyntax>())
            yield return At(
                file,
                file.LineOf(one.Span),
                $"the namespace {one.Name} has braces: write `namespace {one.Name};`"
            );
        foreach (var one in found.SelectMany(one => one.Usings))
            yield return At(file, file.LineOf(one.Span), $"'{one}' stands in the namespace: usings stand before it");
    }

    public override IEnumerable<SourceFile> Broken =>
        [
            new(
                "src/Acceptance.Cloud/Juju/A.cs",
                "namespace Acceptance.Cloud.Juju;\n\nusing System.Text;\n\npublic record A;\n"
            ),
            new("src/Acceptance.Cloud/Juju/A.cs", "namespace Acceptance.Cloud;\n\npublic record A;\n"),
            new("src/Acceptance.Cloud/Juju/A.cs", "namespace Acceptance.Cloud.Juju\n{\n    public record A;\n}\n"),
            new("src/Acceptance.Cloud/Juju/A.cs", "public record A;\n"),
        ];

    public override IEnumerable<SourceFile> Kept =>
        [
            new("src/Acceptance.Cloud/Juju/A.cs", "namespace Acceptance.Cloud.Juju;\n\npublic record A;\n"),
            new("src/Acceptance.Cli/Program.cs", "return 0;\n"),
        ];
}
