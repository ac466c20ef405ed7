using Acceptance.Surroundings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Acceptance.StandIns.Tests.Reqnroll.StandInOnly;

/// <summary>
/// What only compiles beside packages that not every feed carries is compiled against a few declarations of their
/// public names, so that <c>UpstreamPackages=true</c> does not rot.
/// </summary>
public sealed class SwitchTests
{
    private const string Packages = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using FluentAssertions;
        global using NUnit.Framework;
        using System.Runtime.CompilerServices;

        namespace Allure.NUnit
        {
            [AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class)]
            public class AllureNUnitAttribute : Attribute;
        }

        namespace VerifyTests
        {
            public class VerifySettings;

            public class VerifyResult;

            public class SettingsTask
            {
                public SettingsTask UseDirectory(string directory) => this;

                public TaskAwaiter<VerifyResult> GetAwaiter() => default;

                public static implicit operator Task<VerifyResult>(SettingsTask task) => throw new Exception();
            }
        }

        namespace VerifyNUnit
        {
            using VerifyTests;

            public static class Verifier
            {
                public static SettingsTask Verify(
                    string? target,
                    VerifySettings? settings = null,
                    [CallerFilePath] string file = ""
                ) => new();

                public static SettingsTask Verify(
                    string? target,
                    string extension,
                    VerifySettings? settings = null,
                    [CallerFilePath] string file = ""
                ) => new();
            }
        }

        """;

    private static FeatureText[] Features =>
        [
            .. Directory
                .GetFiles(Path.Combine(WorkTree.Root, "features"), "*.feature", SearchOption.AllDirectories)
                .Select(file => new FeatureText(Path.GetFileName(file), File.ReadAllText(file))),
        ];

    [Test]
    public void Every_fixture_has_a_part_for_Allure_and_its_order_and_nothing_else()
    {
        var compiled = FeatureProbe.BesideThePackages([CSharpSyntaxTree.ParseText(Packages)], Features);

        FeatureProbe.Errors(compiled).Should().BeEmpty();
        var fixtures = compiled
            .GetSymbolsWithName(name => name.EndsWith("Feature", StringComparison.Ordinal))
            .ToArray();
        fixtures.Should().HaveCount(Features.Length);
        fixtures
            .Should()
            .OnlyContain(fixture =>
                fixture
                    .GetAttributes()
                    .Select(attribute => attribute.AttributeClass!.ToDisplayString())
                    .SequenceEqual(new[] { "Allure.NUnit.AllureNUnitAttribute", "NUnit.Framework.OrderAttribute" })
                && ((INamedTypeSymbol)fixture).GetMembers().All(member => member.IsImplicitlyDeclared)
            );
    }

    [TestCase("tests/Acceptance.Reporting.Tests")]
    [TestCase("tests/Acceptance.StandIns.Tests/Verify.NUnit")]
    public void What_is_verified_compiles_against_the_names_of_the_package(string folder)
    {
        var sources = Directory
            .GetFiles(Path.Combine(WorkTree.Root, folder), "*.cs", SearchOption.TopDirectoryOnly)
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: file));

        var compiled = FeatureProbe.BesideThePackages([CSharpSyntaxTree.ParseText(Packages), .. sources]);

        // CS8795: the other half of a regular expression is written by a generator of its own.
        FeatureProbe.Errors(compiled).Where(error => error.Id != "CS8795").Should().BeEmpty();
    }
}
