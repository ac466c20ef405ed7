using System.Text.RegularExpressions;
using Acceptance.Conformance.Tests.Runbooks.Finding;

namespace Acceptance.Conformance.Tests.Runbooks.Typed;

/// <summary>
/// One of appendix A's commands with the place where it is typed (oneliners.tsv): $line is the command as it stands.
/// </summary>
internal sealed record OneLiner(string Name, RunbookLine Line, string Place)
{
    private static readonly IReadOnlyList<IReadOnlyList<string>> Places = Table.Read("oneliners.tsv");

    public static IReadOnlyList<OneLiner> All { get; } =
    [
        .. OneLinerFinder
            .Distinct()
            .Select(
                (line, number) =>
                    new OneLiner(
                        $"one-{number:000}",
                        line,
                        Places.First(place => Regex.IsMatch(line.Text, place[0]))[1]
                    )
            ),
    ];

    public string Script => $"source ~/capi-mgmt-net.env\nline=$(cat <<'LINE'\n{Line.Text}\nLINE\n)\n{Place}\n";
}
