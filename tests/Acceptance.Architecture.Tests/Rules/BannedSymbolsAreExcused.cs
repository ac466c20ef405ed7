using System.Text.RegularExpressions;

namespace Acceptance.Architecture.Tests.Rules;

/// <summary>
/// A banned symbol (BannedSymbols.txt) is used in the listed places only, and each says why on the line or beside it.
/// </summary>
public sealed partial class BannedSymbolsAreExcused : Rule
{
    private static readonly string[] Places =
    [
        "src/Acceptance.Cli/Twins/FollowPause.cs",
        "src/Acceptance.Cloud.Live/Clock/SystemClock.cs",
        "src/Acceptance.Cloud.Live/Shell/Deadline.cs",
        "src/Acceptance.Cloud.Twin/Wire/WallClock.cs",
        "tests/Acceptance.Benchmarks/Measuring/Wall.cs",
        "tests/Acceptance.Conformance.Tests/Captures/HostTools/HostLane.cs",
        "tests/Acceptance.Features/Composition/TestRun.cs",
        "tests/Acceptance.Twin.Tests/Personas/PersonaLifeTests.cs",
    ];

    public override string Number => "H15";

    public override bool Covers(SourceFile file) =>
        file.IsCSharp
        || file.Path.EndsWith("proj", StringComparison.Ordinal)
        || file.Name is ".editorconfig"
        || file.Path.EndsWith(".props", StringComparison.Ordinal);

    public override IEnumerable<Breach> BreachesIn(SourceFile file)
    {
        foreach (Match match in Pragma().Matches(file.Text))
        {
            var line = file.LineAt(match.Index);
            if (!Places.Contains(file.Path))
                yield return At(
                    file,
                    line,
                    "RS0030 is switched off here, which is no listed place: "
                        + "take a TimeProvider, or list the place with its reason in BannedSymbolsAreExcused"
                );
            var near = file.Lines[Math.Max(0, line - 4)..Math.Min(file.Lines.Length, line + 2)];
            if (!near.Any(text => Comment().IsMatch(text)))
                yield return At(file, line, "RS0030 is switched off without a word why: add a comment beside it");
        }
    }

    public override IEnumerable<SourceFile> Broken =>
        [
            new("src/Acceptance.Steps/A.cs", "#pragma " + "warning disable RS0030 // just so\n"),
            new("src/Acceptance.Cloud.Live/Clock/SystemClock.cs", "class A;\n#pragma " + "warning disable RS0030\n"),
            new("src/Acceptance.Steps/A.csproj", "<NoWarn>$(NoWarn);RS00" + "30</NoWarn>\n"),
        ];

    public override IEnumerable<SourceFile> Kept =>
        [
            new(
                "src/Acceptance.Cloud.Live/Clock/SystemClock.cs",
                "// The one place that names the system's clock.\n#pragma " + "warning disable RS0030\n"
            ),
        ];

    [GeneratedRegex(
        @"^\s*#pragma warning disable.*\bRS003[0]\b|<NoWarn>.*RS003[0]|SuppressMessage\(.*RS003[0]|^dotnet_diagnostic\.RS003[0]\.severity = (?:none|silent|suggestion)",
        RegexOptions.Multiline
    )]
    private static partial Regex Pragma();

    [GeneratedRegex(@"//[/ ]|^\s*///")]
    private static partial Regex Comment();
}
