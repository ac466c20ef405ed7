using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using Reqnroll.Generator;

namespace Acceptance.StandIns.Tests.Reqnroll.StandInOnly;

/// <summary>
/// Builds features and bindings in memory, the way a project would, and runs what came of it with NUnit's own runner.
/// </summary>
internal static class FeatureProbe
{
    private const string Usings = """
        global using System;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using NUnit.Framework;
        global using Reqnroll;

        """;

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static int built;

    /// <returns>Build errors as <c>file(line,column): text</c>; none where the features build.</returns>
    public static string[] Build(params FeatureText[] features)
    {
        var (compilation, diagnostics) = Compile(features, "");
        return [.. (diagnostics.Length > 0 ? diagnostics : Errors(compilation)).Select(Show)];
    }

    /// <summary>What the generator writes beside the packages themselves.</summary>
    public static Compilation BesideThePackages(SyntaxTree[] sources, params FeatureText[] features) =>
        Compile(features, sources, "Acceptance.Features", upstream: true).Compilation;

    public static Diagnostic[] Errors(Compilation compilation) =>
        [.. compilation.GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error)];

    /// <returns>The outcome of each test, by name.</returns>
    public static ProbedTest[] Run(string feature, string bindings = "")
    {
        var (compilation, diagnostics) = Compile([new FeatureText("probe.feature", feature)], bindings);
        diagnostics.Select(Show).Should().BeEmpty();
        using var dll = new MemoryStream();
        using var pdb = new MemoryStream();
        var emitted = compilation.Emit(dll, pdb);
        emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
        return [.. Cases(Run(Assembly.Load(dll.ToArray(), pdb.ToArray())))];
    }

    private static (Compilation Compilation, Diagnostic[] Diagnostics) Compile(
        FeatureText[] features,
        string bindings
    ) =>
        Compile(
            features,
            [CSharpSyntaxTree.ParseText(Usings + bindings)],
            $"Probe{Interlocked.Increment(ref built)}",
            upstream: false
        );

    private static (Compilation Compilation, Diagnostic[] Diagnostics) Compile(
        FeatureText[] features,
        SyntaxTree[] sources,
        string name,
        bool upstream
    )
    {
        var compilation = CSharpCompilation.Create(
            name,
            sources,
            References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
        var driver = CSharpGeneratorDriver.Create(
            [new FeatureGenerator().AsSourceGenerator()],
            features,
            optionsProvider: new ProjectOptions(name, upstream)
        );
        driver.RunGeneratorsAndUpdateCompilation(compilation, out var generated, out var diagnostics);
        return (generated, [.. diagnostics]);
    }

    /// <summary>
    /// On a thread of its own: the runner keeps the test it runs in the thread, and this one runs a test already.
    /// </summary>
    private static ITestResult Run(Assembly tests)
    {
        ITestResult? result = null;
        var thread = new Thread(() =>
        {
            var runner = new NUnitTestAssemblyRunner(new DefaultTestAssemblyBuilder());
            runner.Load(tests, new Dictionary<string, object> { ["NumberOfTestWorkers"] = 0 });
            result = runner.Run(TestListener.NULL, TestFilter.Empty);
        });
        using (ExecutionContext.SuppressFlow())
        {
            thread.Start();
        }

        thread.Join();
        return result!;
    }

    /// <summary>
    /// A suite whose set-up fails hands out the suites below it as results without children: they are no tests.
    /// </summary>
    private static IEnumerable<ProbedTest> Cases(ITestResult result) =>
        result.Test.IsSuite
            ? result.Children.SelectMany(Cases)
            :
            [
                new ProbedTest(
                    result.Test.Name,
                    result.ResultState.Status,
                    result.Message ?? "",
                    result.StackTrace ?? "",
                    result.Output,
                    CategoriesOf(result.Test)
                ),
            ];

    /// <summary>Its own and those of the method and the fixture it stands in: what a filter sees.</summary>
    private static string[] CategoriesOf(ITest? test) =>
        test is null
            ? []
            :
            [
                .. test.Properties["Category"]
                    .Cast<string>()
                    .Concat(CategoriesOf(test.Parent))
                    .Order(StringComparer.Ordinal),
            ];

    private static string Show(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetMappedLineSpan();
        return $"{Path.GetFileName(span.Path)}({span.StartLinePosition.Line + 1}): {diagnostic.GetMessage()}";
    }
}
