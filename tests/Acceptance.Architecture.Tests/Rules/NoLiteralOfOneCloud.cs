using System.Text.RegularExpressions;

namespace Acceptance.Architecture.Tests.Rules;

/// <summary>
/// No address, id or name of one cloud in features and product code, outside of the twin's world and the site files.
/// </summary>
public sealed partial class NoLiteralOfOneCloud : Rule
{
    private static readonly string[] Names =
    [
        "vopenstack-jesse",
        "jessea123",
        "capi-test-1",
        "provider-ext",
        "openstack0",
    ];

    /// <summary>
    /// Every host's own (loopback, any), every cloud's (metadata), what documents use for examples; and the names of
    /// X.500, which read the same.
    /// </summary>
    private static readonly string[] Everyones =
    [
        "127.0.0.",
        "0.0.0.0",
        "255.",
        "169.254.169.254",
        "192.0.2.",
        "198.51.100.",
        "203.0.113.",
        "2.5.4.",
    ];

    /// <summary>File and literal that stand for no cloud, with the reason.</summary>
    private static readonly (string File, string Literal, string Because)[] Excused =
    [
        (
            "src/Acceptance.Cloud/Sites/SiteTemplate.cs",
            "8.8.8.8",
            "the default of a site's field: the resolver that the runbook's template names"
        ),
        ("src/Acceptance.Cloud.Live/Sites/SiteScalar.cs", "10.0.0.1", "an example in a sentence"),
        (
            "src/Acceptance.Cloud.Live/Sites/SiteForms.cs",
            "6c1f4b5e-24a0-4d66-8ce5-6f0bd1a9a4be",
            "an example in a sentence"
        ),
        (
            "src/Acceptance.Cli/Twins/ControlAddress.cs",
            "127.12.0.2",
            "an example in a sentence: where a first twin listens"
        ),
        ("src/Acceptance.Cloud.Twin/Twin.cs", "127.12.0.0", "the blocks that twins claim"),
        ("src/Acceptance.Cloud.Twin/Twin.cs", "127.249.0.0", "the blocks that twins claim"),
        ("src/Acceptance.Cloud.Twin/Wire/OpenStack/OpenStackRequest.cs", "127.12.4.56", "an example in a comment"),
        (
            "src/Acceptance.Cloud.Twin/Wire/WireHost.cs",
            "127.255.255.1",
            "an address of the own host that nobody claims"
        ),
        ("src/Acceptance.Cloud.Twin/Wire/Magnum/ClusterTemplates.cs", "8.8.8.8", "Magnum's own default"),
        (
            "src/Acceptance.Cloud.Twin/Personas/Guest/K8sPersona.cs",
            "10.152.183.106",
            "the range that the k8s snap brings"
        ),
    ];

    public override string Number => "H9";

    public override bool Covers(SourceFile file) =>
        !file.IsStandIn && file.Under("features/", "src/") && !file.Under("src/Acceptance.Cloud.Twin/World/");

    public override IEnumerable<Breach> BreachesIn(SourceFile file)
    {
        var found = Address()
            .Matches(file.Text)
            .Where(match =>
                match.Value.Split('.').All(octet => octet is "0" || (octet[0] != '0' && int.Parse(octet) < 256))
                && !Everyones.Any(own => match.Value.StartsWith(own, StringComparison.Ordinal))
            )
            .Concat(Id().Matches(file.Text))
            .Select(match => (match.Value, match.Index))
            .Concat(
                Names
                    .SelectMany(name => Regex.Matches(file.Text, $@"\b{name}\b"))
                    .Select(match => (match.Value, match.Index))
            );
        foreach (
            var (literal, index) in found.Where(one =>
                !Excused.Any(excuse => excuse.File == file.Path && excuse.Literal == one.Value)
            )
        )
            yield return At(
                file,
                file.LineAt(index),
                $"{literal} belongs to one cloud: take it from the site, or resolve it live by name"
            );
    }

    public override IEnumerable<SourceFile> Broken =>
        [
            new("features/acceptance/a.feature", "Then 10.12.4.50 answers\n"),
            new("src/Acceptance.Steps/A.cs", "// why\nvar a = \"https://127.12.4.50:5000\";\n"),
            new("src/Acceptance.Decisions/A.cs", "var a = \"674171fd28d446d3a37073b6a761e910\";\n"),
            new("src/Acceptance.Decisions/A.cs", "var a = \"0d00ddc1-d2bf-4849-a087-14c07d77f167\";\n"),
            new("src/Acceptance.Cloud.Twin/Wire/A.cs", "var a = \"capi-test-1\";\n"),
        ];

    public override IEnumerable<SourceFile> Kept =>
        [
            new(
                "src/Acceptance.Steps/A.cs",
                "var a = \"http://127.0.0.1:8200\"; var version = \"10.0.300.1\"; var b = \"192.0.2.7\";\n"
            ),
            new("src/Acceptance.Cloud/Sites/SiteTemplate.cs", "\"8.8.8.8\"\n"),
        ];

    [GeneratedRegex(@"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]*\d)")]
    private static partial Regex Address();

    [GeneratedRegex(
        @"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b|\b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])[0-9a-f]{32}\b"
    )]
    private static partial Regex Id();
}
