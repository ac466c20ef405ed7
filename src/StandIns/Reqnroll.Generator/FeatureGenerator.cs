using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Reqnroll.Generator.Reading;
using Reqnroll.Generator.Writing;

namespace Reqnroll.Generator;

/// <summary>Feature files in, NUnit fixtures out; what cannot be one is a build error at its line.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class FeatureGenerator : IIncrementalGenerator
{
    private static readonly DiagnosticDescriptor Refused = new(
        "REQNROLL001",
        "A feature file cannot be built",
        "{0}",
        "Reqnroll",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true
    );

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var features = context
            .AdditionalTextsProvider.Where(text => text.Path.EndsWith(".feature", StringComparison.OrdinalIgnoreCase))
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select((pair, cancellation) => FileOf(pair.Left, pair.Right, cancellation))
            .Select((file, _) => OutputOf(file));
        context.RegisterSourceOutput(features, Emit);
        context.RegisterSourceOutput(features.Collect(), (production, all) => RefuseTwins(production, all));
        context.RegisterPostInitializationOutput(initial =>
            initial.AddSource("ReqnrollSetUp.g.cs", SetUpWriter.Write())
        );
    }

    private static FeatureFile FileOf(
        AdditionalText text,
        AnalyzerConfigOptionsProvider options,
        CancellationToken cancellation
    )
    {
        options.GetOptions(text).TryGetValue("build_metadata.AdditionalFiles.Link", out var link);
        options.GlobalOptions.TryGetValue("build_property.ProjectDir", out var project);
        var path = Path.GetFullPath(text.Path).Replace('\\', '/');
        var name = Paths.FromSharedFolder(project?.Replace('\\', '/') ?? "", path);
        var linked = string.IsNullOrEmpty(link)
            ? Paths.InProject(project?.Replace('\\', '/') ?? "", path)
            : link!.Replace('\\', '/');
        var folder = linked.Contains('/') ? linked.Substring(0, linked.LastIndexOf('/')) : "";
        return new FeatureFile(
            path,
            name,
            folder,
            RootNamespace(options.GlobalOptions),
            text.GetText(cancellation)?.ToString() ?? ""
        );
    }

    private static string RootNamespace(AnalyzerConfigOptions options) =>
        options.TryGetValue("build_property.RootNamespace", out var name) && name.Length > 0 ? name : "ReqnrollTests";

    private static FeatureOutput OutputOf(FeatureFile file)
    {
        var problems = new List<Problem>();
        if (FeatureReader.Read(file, problems) is not { } feature)
        {
            return new FeatureOutput(file, "", null, [.. problems]);
        }

        var writer = new FixtureWriter(file, feature);
        return new FeatureOutput(file, writer.ClassName, writer.Write(), []);
    }

    private static void Emit(SourceProductionContext production, FeatureOutput output)
    {
        foreach (var problem in output.Problems)
        {
            Report(production, output.File, problem);
        }

        if (output.Source is not null)
        {
            production.AddSource(HintOf(output.File), output.Source);
        }
    }

    private static void RefuseTwins(SourceProductionContext production, IEnumerable<FeatureOutput> outputs)
    {
        foreach (
            var twins in outputs
                .Where(output => output.Source is not null)
                .GroupBy(output => output.FullName)
                .Where(group => group.Count() > 1)
        )
        {
            var first = twins.First();
            foreach (var twin in twins.Skip(1))
            {
                Report(
                    production,
                    twin.File,
                    new Problem(
                        $"The title gives the class {twin.FullName}, which {first.File.Name} has already; give one of the two features another title.",
                        1,
                        1
                    )
                );
            }
        }
    }

    private static string HintOf(FeatureFile file) =>
        string.Concat(
            file.Name.Select(letter => char.IsLetterOrDigit(letter) || letter is '.' or '-' or '_' ? letter : '_')
        ) + ".g.cs";

    private static void Report(SourceProductionContext production, FeatureFile file, Problem problem)
    {
        var start = new LinePosition(Math.Max(problem.Line - 1, 0), Math.Max(problem.Column - 1, 0));
        var location = Location.Create(file.Path, default, new LinePositionSpan(start, start));
        production.ReportDiagnostic(Diagnostic.Create(Refused, location, problem.Message));
    }
}
