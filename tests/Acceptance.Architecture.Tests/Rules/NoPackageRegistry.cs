using System.Text.RegularExpressions;

namespace Acceptance.Architecture.Tests.Rules;

/// <summary>No host of a package registry: where packages come from is the machine's configuration.</summary>
public sealed class NoPackageRegistry : Rule
{
    // Each host is written apart, so that this file does not hold what it forbids.
    private static readonly string[][] Hosts =
    [
        ["nuget", "org"],
        ["pypi", "org"],
        ["pythonhosted", "org"],
        ["npmjs", "org"],
        ["npmjs", "com"],
        ["crates", "io"],
        ["golang", "org"],
        ["maven", "org"],
        ["rubygems", "org"],
        ["jfrog", "io"],
        ["artifactory", ""],
        ["pkgs", "dev", "azure", "com"],
        ["myget", "org"],
    ];

    private static readonly Regex Any = new(
        string.Join('|', Hosts.Select(host => @"\b" + string.Join(@"\.", host.Where(part => part.Length > 0)) + @"\b")),
        RegexOptions.IgnoreCase
    );

    public override string Number => "H11";

    public override bool Covers(SourceFile file) =>
        file.Path != "tests/Acceptance.Architecture.Tests/Rules/NoPackageRegistry.cs";

    public override IEnumerable<Breach> BreachesIn(SourceFile file) =>
        Any.Matches(file.Text)
            .Select(match =>
                At(
                    file,
                    file.LineAt(match.Index),
                    $"{match.Value} is a package registry: name the package, the machine knows where to get it"
                )
            )
            .Concat(
                file.Name.Equals("nuget.config", StringComparison.OrdinalIgnoreCase)
                    ? [At(file, 1, "a nuget.config names feeds: leave them to the machine")]
                    : []
            );

    public override IEnumerable<SourceFile> Broken =>
        [
            new("src/StandIns/A/README.md", "why\nhttps://www." + string.Join('.', Hosts[0]) + "/packages/A\n"),
            new("NuGet.config", "<configuration />\n"),
        ];

    public override IEnumerable<SourceFile> Kept => [new("README.md", "Packages come from NuGet.\n")];
}
