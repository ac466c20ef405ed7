using System.Text.RegularExpressions;
using Acceptance.Surroundings;

namespace Acceptance.Live.Tests.Cases;

/// <summary>What the suite says of one row of cases.tsv or real-services.tsv.</summary>
/// <param name="Row">The row's id.</param>
/// <param name="Put">What was put before the suite, in a few words.</param>
/// <param name="Lines">Verdict or refusal, whole; then its by-hand command, then its known issue with the fix.</param>
internal sealed partial record CaseWords(string Row, string Put, IReadOnlyList<string> Lines)
{
    /// <summary>As it stands in the approved text: the same in every clone and on every port.</summary>
    public override string ToString() =>
        PortsAndFolders()
            .Replace(
                string.Join('\n', [$"{Row}  {Put}", .. Lines.Select(line => $"  {line}")])
                    .Replace(TestContext.CurrentContext.WorkDirectory, "~")
                    .Replace(WorkTree.Root + Path.DirectorySeparatorChar, ""),
                found => found.Groups["host"].Value + (found.Groups["host"].Success ? ":PORT" : "/FOLDER")
            );

    [GeneratedRegex(@"(?<host>127\.0\.0\.1):[0-9]{5}|/[0-9a-f]{32}(?=/)")]
    private static partial Regex PortsAndFolders();
}
