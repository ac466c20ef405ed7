using System.Reflection;
using System.Xml.Linq;
using Acceptance.Cloud;
using Acceptance.Cloud.Live;
using Acceptance.Cloud.Twin;
using Acceptance.Decisions.Verdicts;
using Acceptance.Reporting;
using Acceptance.Runs.Permits;
using Acceptance.Steps.Scenarios;

namespace Acceptance.Architecture.Tests.Arrows;

/// <summary>H1: who knows whom, as the projects declare it and as the built assemblies have it.</summary>
public class ArrowTests
{
    private static readonly Assembly[] Product =
    [
        typeof(Evidence).Assembly,
        typeof(Verdict).Assembly,
        typeof(LiveCloud).Assembly,
        typeof(Twin).Assembly,
        typeof(PermitGate).Assembly,
        typeof(ScenarioBook).Assembly,
        typeof(ReportWriter).Assembly,
    ];

    private static IEnumerable<SourceFile> Projects =>
        Repository.Files.Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal) && !file.IsStandIn);

    [Test]
    public void Projects_declare_only_arrows_of_the_design() =>
        Broken(Projects.SelectMany(Declared)).Should().BeEmpty();

    [Test]
    public void Assemblies_use_only_arrows_of_the_design() =>
        Broken(
                Product.SelectMany(assembly =>
                    assembly
                        .GetReferencedAssemblies()
                        .Where(reference => reference.Name!.StartsWith("Acceptance.", StringComparison.Ordinal))
                        .Select(reference => new Arrow(assembly.GetName().Name!, reference.Name!))
                )
            )
            .Should()
            .BeEmpty();

    [Test]
    public void The_language_of_the_cloud_knows_the_runtime_and_nothing_else() =>
        typeof(Evidence)
            .Assembly.GetReferencedAssemblies()
            .Select(one => one.Name!)
            .Should()
            .OnlyContain(name => name.StartsWith("System.", StringComparison.Ordinal));

    [Test]
    public void Decisions_know_the_cloud_and_the_runtime_and_nothing_else() =>
        typeof(Verdict)
            .Assembly.GetReferencedAssemblies()
            .Select(one => one.Name!)
            .Should()
            .OnlyContain(name => name.StartsWith("System.", StringComparison.Ordinal) || name == "Acceptance.Cloud");

    /// <summary>
    /// The suite and the twin share the wire and nothing else: neither side brings the other's client along.
    /// </summary>
    [TestCase(typeof(Twin), "CliWrap", "KubernetesClient", "Reqnroll", "nunit.framework")]
    [TestCase(typeof(LiveCloud), "Reqnroll", "nunit.framework", "Microsoft.AspNetCore.Server.Kestrel")]
    [TestCase(typeof(ReportWriter), "nunit.framework", "Reqnroll", "CliWrap")]
    [TestCase(typeof(PermitGate), "nunit.framework", "Reqnroll", "CliWrap")]
    public void A_side_brings_nothing_of_another(Type of, params string[] never) =>
        of.Assembly.GetReferencedAssemblies().Select(one => one.Name).Should().NotIntersectWith(never);

    [Test]
    public void Tests_are_known_by_no_product() =>
        Projects
            .Where(file => file.Under("src/"))
            .SelectMany(Declared)
            .Should()
            .NotContain(arrow => arrow.To.EndsWith(".Tests", StringComparison.Ordinal));

    [TestCase("Acceptance.Decisions", "Acceptance.Cloud.Live")]
    [TestCase("Acceptance.Runs", "Acceptance.Cloud.Live")]
    [TestCase("Acceptance.Runs", "Acceptance.Cloud.Twin")]
    [TestCase("Acceptance.Runs", "Acceptance.Steps")]
    [TestCase("Acceptance.Cli", "Acceptance.Steps")]
    [TestCase("Acceptance.Steps", "Acceptance.Cloud.Live")]
    [TestCase("Acceptance.Steps", "Acceptance.Cloud.Twin")]
    [TestCase("Acceptance.Cloud.Twin", "Acceptance.Cloud.Live")]
    [TestCase("Acceptance.Cloud.Live", "Acceptance.Cloud.Twin")]
    [TestCase("Acceptance.Cloud.Twin", "Acceptance.Decisions")]
    [TestCase("Acceptance.Cloud", "Acceptance.Decisions")]
    [TestCase("Acceptance.Reporting", "Acceptance.Runs")]
    [TestCase("Acceptance.New", "Acceptance.Cloud.Twin")]
    public void An_arrow_the_wrong_way_is_seen_and_says_the_way_out(string from, string to) =>
        Broken([new(from, to)])
            .Should()
            .ContainSingle()
            .Which.Should()
            .StartWith($"{from} knows {to}: DESIGN 3 allows it")
            .And.EndWith("(H1)");

    [Test]
    public void A_declaration_is_read() =>
        Declared(
                new(
                    "src/Acceptance.Steps/Acceptance.Steps.csproj",
                    "<Project><ItemGroup><ProjectReference "
                        + "Include=\"../Acceptance.Cloud.Twin/Acceptance.Cloud.Twin.csproj\" "
                        + "/></ItemGroup></Project>"
                )
            )
            .Should()
            .Equal(new Arrow("Acceptance.Steps", "Acceptance.Cloud.Twin"));

    private static IEnumerable<string> Broken(IEnumerable<Arrow> arrows) =>
        arrows.Where(arrow => !arrow.IsAllowed).Select(arrow => arrow.Broken);

    private static IEnumerable<Arrow> Declared(SourceFile project) =>
        XDocument
            .Parse(project.Text)
            .Descendants("ProjectReference")
            .Select(reference =>
                Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))
            )
            .Select(to => new Arrow(Path.GetFileNameWithoutExtension(project.Name), to));
}
