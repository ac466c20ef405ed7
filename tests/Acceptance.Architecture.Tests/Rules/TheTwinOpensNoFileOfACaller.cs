using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Acceptance.Architecture.Tests.Rules;

/// <summary>
/// What a persona's caller names, the persona opens itself, with its caller's rights and behind its caller's fence: the
/// twin's process, which stands outside of both, hands and takes bytes.
/// </summary>
public sealed class TheTwinOpensNoFileOfACaller : Rule
{
    private static readonly string[] Openers =
    [
        "File",
        "Directory",
        "FileInfo",
        "DirectoryInfo",
        "FileStream",
        "StreamReader",
        "StreamWriter",
    ];

    /// <summary>What opens files that the twin names: its own, its programs', the kernel's.</summary>
    private static readonly string[] Own =
    [
        "Personas/Shell/HostShells.cs",
        "Personas/Shell/PersonaScript.cs",
        "Personas/Operator/OperatorScripts.cs",
        "Personas/Coreutils/WritingPersona.cs",
        "Wire/Personas/PersonaDoor.cs",
        "Wire/Personas/ProcessGroup.cs",
    ];

    public override string Number => "H30";

    public override bool Covers(SourceFile file) =>
        file.IsCSharp
        && file.Under("src/Acceptance.Cloud.Twin/Personas/", "src/Acceptance.Cloud.Twin/Wire/Personas/")
        && !file.Under([.. Own.Select(own => "src/Acceptance.Cloud.Twin/" + own)]);

    public override IEnumerable<Breach> BreachesIn(SourceFile file) =>
        file
            .Syntax.DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Where(name =>
                Openers.Contains(name.Identifier.ValueText)
                && (
                    name.Parent is ObjectCreationExpressionSyntax
                    || (name.Parent is MemberAccessExpressionSyntax access && access.Expression == name)
                )
            )
            .Select(name =>
                At(
                    file,
                    file.LineOf(name.Span),
                    $"{name.Identifier.ValueText} opens a path in the twin's process: let the persona do it "
                        + "(PersonaCall.Read, Reading, Write, Keep), or say in this rule whose path it is"
                )
            );

    public override IEnumerable<SourceFile> Broken =>
        [
            Sample("System.Func<string, bool> A = path => File.Exists(path);"),
            Sample("object A = Directory.CreateDirectory(call.Cwd);"),
            Sample("object A = new StreamReader(path);"),
            Sample("System.Func<string, bool> A = File.Exists;"),
        ];

    public override IEnumerable<SourceFile> Kept =>
        [Sample("object A = call.File(path);"), Sample("object A = await call.Read(path);")];

    private static SourceFile Sample(string member) =>
        new("src/Acceptance.Cloud.Twin/Personas/Ssh/A.cs", $"class A\n{{\n    {member}\n}}\n");
}
