using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Acceptance.Architecture.Tests.Rules;

/// <summary>
/// Each HTTP handler says that it follows no redirect: what goes to where an answer points has passed no gate.
/// </summary>
public sealed class NoRedirectIsFollowed : Rule
{
    private static readonly string[] Handlers = ["SocketsHttpHandler", "HttpClientHandler"];

    public override string Number => "H29";

    public override bool Covers(SourceFile file) => file.IsCSharp && file.Under("src/");

    public override IEnumerable<Breach> BreachesIn(SourceFile file) =>
        from made in file.Syntax.DescendantNodes()
        where Follows(made)
        select At(
            file,
            file.LineOf(made.Span),
            "a client that may follow a redirect: give its handler AllowAutoRedirect = false, and tell the target"
        );

    public override IEnumerable<SourceFile> Broken =>
        [
            Sample("new SocketsHttpHandler()"),
            Sample("new SocketsHttpHandler { UseProxy = false }"),
            Sample("new System.Net.Http.HttpClientHandler { AllowAutoRedirect = true }"),
            Sample("new HttpClient()"),
            Sample("new HttpClient { BaseAddress = null }"),
            Sample("configuration.FirstMessageHandlerSetup = handler => handler.UseProxy = false"),
        ];

    public override IEnumerable<SourceFile> Kept =>
        [
            Sample("new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }"),
            Sample("new HttpClient(handler)"),
            Sample("configuration.FirstMessageHandlerSetup = handler => handler.AllowAutoRedirect = false"),
        ];

    private static bool Follows(SyntaxNode node) =>
        node switch
        {
            ObjectCreationExpressionSyntax made when Handlers.Contains(Last(made.Type)) => !Says(made),
            ObjectCreationExpressionSyntax made when Last(made.Type) == "HttpClient" => made.ArgumentList
                is not { Arguments.Count: > 0 },
            // The Kubernetes client makes its handler itself.
            AssignmentExpressionSyntax set when Last(set.Left) == "FirstMessageHandlerSetup" => !Says(set),
            _ => false,
        };

    private static bool Says(SyntaxNode node) =>
        node.DescendantNodes()
            .OfType<AssignmentExpressionSyntax>()
            .Any(set => Last(set.Left) == "AllowAutoRedirect" && set.Right.ToString() == "false");

    private static string Last(SyntaxNode name) => name.ToString().Split('.')[^1];

    private static SourceFile Sample(string expression) =>
        new("src/Acceptance.Cloud.Live/A.cs", $"class A\n{{\n    object B() => {expression};\n}}\n");
}
