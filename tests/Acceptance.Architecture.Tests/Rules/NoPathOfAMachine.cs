using System.Text.RegularExpressions;

namespace Acceptance.Architecture.Tests.Rules;

/// <summary>
/// No absolute path of somebody's machine. The homes on the hosts of the runbooks are the twin's and the literal
/// lines' business.
/// </summary>
public sealed partial class NoPathOfAMachine : Rule
{
    // Written apart, so that this file does not hold what it forbids.
    private const string Home = "/" + "home/",
        Root = "/" + "root",
        Work = "/" + "work/",
        Mac = "/" + "Users/",
        Drive = "C:" + "\\";

    /// <summary>Users that stand for anybody: the images' own, and those of examples.</summary>
    private static readonly string[] Anybody = ["ubuntu", "operator", "me", "{user}", "{us"];

    public override string Number => "H10";

    public override bool Covers(SourceFile file) => !file.Under("features/lines/", "sites/");

    public override IEnumerable<Breach> BreachesIn(SourceFile file)
    {
        var onHosts = file.Under("src/Acceptance.Cloud.Twin/", "tests/Acceptance.Twin.Tests/");
        foreach (Match match in Paths().Matches(file.Text))
        {
            if (match.Value.StartsWith(Home, StringComparison.Ordinal) && Anybody.Contains(match.Groups["user"].Value))
                continue;
            if (onHosts && match.Value.StartsWith(Root, StringComparison.Ordinal))
                continue;
            yield return At(
                file,
                file.LineAt(match.Index),
                $"{match.Value} is a path of one machine: start from the repository, from ~ or from a temporary folder"
            );
        }
    }

    public override IEnumerable<SourceFile> Broken =>
        [
            new("README.md", $"cd {Home}jane/acceptance\n"),
            new("src/A.cs", $"var a = \"{Work}main\";\n"),
            new(".ci/run", $"cat {Root}/.profile\n"),
            new("tests/A.cs", $"\"{Mac}jane\"\n"),
            new("src/A.cs", $"var a = @\"{Drive}acceptance\";\n"),
        ];

    public override IEnumerable<SourceFile> Kept =>
        [
            new("src/A.cs", $"\"{Home}ubuntu/.ssh\"; \"~/admin-openrc\"; \"/tmp\"; \"https://x/y{Work}\""),
            new("src/Acceptance.Cloud.Twin/A.cs", $"\"{Root}\"\n"),
        ];

    [GeneratedRegex(@"(?<![\w.}])(?:/hom[e]/(?<user>\{?\w+\}?)|/roo[t]\b|/wor[k]/\w+|/Users/\w+|\b[A-Z]:\\\w+)")]
    private static partial Regex Paths();
}
