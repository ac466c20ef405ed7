using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Acceptance.Architecture.Tests.Rules;

/// <summary>
/// The twin's world and its faults know no HTTP and no JSON. One thing is excepted, and only as a tree in memory:
/// Kubernetes objects, which have no other shape than the one that clients gave them; so where the world keeps, makes
/// or reads such objects, JsonNode and its kind may stand.
/// </summary>
public sealed class WorldKnowsNoWire : Rule
{
    private static readonly string[] Wire =
    [
        "HttpClient",
        "HttpContext",
        "HttpRequest",
        "HttpResponse",
        "HttpStatusCode",
        "HttpMethod",
        "JsonSerializer",
        "JsonDocument",
        "JsonElement",
        "JsonPropertyName",
        "Utf8JsonWriter",
        "AspNetCore",
    ];

    private static readonly string[] Trees = ["JsonNode", "JsonObject", "JsonArray", "JsonValue"];

    private static readonly string[] KeepObjects =
    [
        "World/Kubernetes/",
        "World/Management/",
        "World/Workloads/",
        "World/Magnum/",
        "Faults/Kubernetes/",
    ];

    /// <summary>The twin's parts that neither the world nor its faults may name.</summary>
    private static readonly string[] Above = ["Wire", "Personas"];

    public override string Number => "H7";

    public override bool Covers(SourceFile file) =>
        file.IsCSharp && file.Under("src/Acceptance.Cloud.Twin/World/", "src/Acceptance.Cloud.Twin/Faults/");

    public override IEnumerable<Breach> BreachesIn(SourceFile file)
    {
        foreach (var (part, line) in PartsAbove(file))
            yield return At(
                file,
                line,
                $"{part} of the twin is named below it: the world knows itself alone, faults change it by its own verbs"
            );
        var keeps = KeepObjects.Any(folder => file.Under("src/Acceptance.Cloud.Twin/" + folder));
        foreach (
            var token in file
                .Syntax.DescendantTokens()
                .Where(token => token.Parent is IdentifierNameSyntax or GenericNameSyntax)
        )
        {
            if (Wire.Contains(token.ValueText))
                yield return At(
                    file,
                    file.LineOf(token.Span),
                    $"the world names {token.ValueText}: the wire knows formats, the world knows rules; move it to Wire"
                );
            else if (!keeps && Trees.Contains(token.ValueText))
                yield return At(
                    file,
                    file.LineOf(token.Span),
                    $"the world names {token.ValueText} where it keeps no Kubernetes object: give the fact a type"
                );
        }
    }

    /// <summary>A part is named by its namespace: in a using, or in front of a type's name.</summary>
    private static IEnumerable<(string Part, int Line)> PartsAbove(SourceFile file)
    {
        string[] above = file.Under("src/Acceptance.Cloud.Twin/World/") ? [.. Above, "Faults"] : Above;
        foreach (var name in file.Syntax.DescendantNodes().OfType<NameSyntax>())
        {
            if (
                name.Parent is NameSyntax
                || (name.Parent is MemberAccessExpressionSyntax within && within.Name == name)
            )
                continue;
            var words = name.ToString().Split('.');
            var at = words is ["Acceptance", "Cloud", "Twin", ..] ? 3 : 0;
            if (above.Contains(words.ElementAtOrDefault(at)) && IsNamespace(name, words, at))
                yield return (words[at], file.LineOf(name.Span));
        }
    }

    private static bool IsNamespace(NameSyntax name, string[] words, int at) =>
        at > 0 || words.Length > 1 || name.Parent is MemberAccessExpressionSyntax;

    public override IEnumerable<SourceFile> Broken =>
        [
            new("src/Acceptance.Cloud.Twin/World/A.cs", "using Acceptance.Cloud.Twin.Faults.Hosts;\n"),
            new("src/Acceptance.Cloud.Twin/World/A.cs", "class A { Faults.FaultRegistry B; }\n"),
            new("src/Acceptance.Cloud.Twin/World/A.cs", "class A { int B() => Wire.WallClock.Now(); }\n"),
            new("src/Acceptance.Cloud.Twin/World/A.cs", "using Acceptance.Cloud.Twin.Personas;\n"),
            new("src/Acceptance.Cloud.Twin/Faults/A.cs", "using Acceptance.Cloud.Twin.Wire;\n"),
            new("src/Acceptance.Cloud.Twin/World/Compute/A.cs", "using Microsoft.AspNetCore.Http;\n"),
            new(
                "src/Acceptance.Cloud.Twin/World/Kubernetes/A.cs",
                "class A { string B() => JsonSerializer.Serialize(1); }\n"
            ),
            new("src/Acceptance.Cloud.Twin/World/Compute/A.cs", "class A { JsonObject B; }\n"),
            new("src/Acceptance.Cloud.Twin/Faults/Identity/A.cs", "class A { HttpStatusCode B; }\n"),
        ];

    public override IEnumerable<SourceFile> Kept =>
        [
            new("src/Acceptance.Cloud.Twin/Faults/A.cs", "using Acceptance.Cloud.Twin.Faults.Hosts;\n"),
            new("src/Acceptance.Cloud.Twin/World/A.cs", "class A { void Wire() => Wire(); }\n"),
            new("src/Acceptance.Cloud.Twin/World/Kubernetes/A.cs", "class A { JsonObject B; /* no HttpClient */ }\n"),
        ];
}
