using System.Globalization;
using System.Text.RegularExpressions;
using Acceptance.Conformance.Tests.Runbooks.Finding;

namespace Acceptance.Conformance.Tests.Runbooks.Typed;

/// <summary>A line of the runbooks with the shell that it is typed in (lines.tsv).</summary>
/// <param name="Name">Short enough for a file's name.</param>
/// <param name="Rank">0: asked in the document's order; else after those of a lower rank.</param>
internal sealed record TypedLine(string Name, RunbookLine Line, string Shell, int Rank)
{
    private static readonly IReadOnlyList<IReadOnlyList<string>> Shells = Table.Read("lines.tsv");

    /// <summary>Every line that differs, in the order in which each runs once.</summary>
    public static IReadOnlyList<TypedLine> All { get; } =
    [.. LineFinder.Distinct().Select(Of).OrderBy(line => line.Rank)];

    public string Key => Line.Text.Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>Variables that the block around the line sets, then the line as it stands.</summary>
    public string Script =>
        $"{Before(Shell)}\n"
        + "LB=0f968008-8429-4ac3-8b82-452e126982cf NS=magnum-674171fd28d446d3a37073b6a761e910 "
        + "IMG_NAME=ubuntu-jammy-kube-v1.34.8 KUBE_VER=v1.34.8 host=openstack0\n"
        + "SRC=$HOME/kube.qcow2; [ -f \"$SRC\" ] || printf 'QFI\\373' > \"$SRC\"; BAK=$HOME/baseline; "
        + "mkdir -p \"$BAK\"\n"
        + Typed()
        + "\n";

    private string Typed()
    {
        var filled = Running.Filled.In(Line.Text);
        foreach (var row in Table.Read("values.tsv"))
            filled = Regex.Replace(filled, row[0], row[1]);
        return filled;
    }

    private static TypedLine Of(RunbookLine line, int number)
    {
        var row = Shells.First(one => Regex.IsMatch(line.Text, one[0]));
        return new TypedLine(
            $"{number:000}",
            line,
            row[1],
            row.Count > 2 ? int.Parse(row[2], CultureInfo.InvariantCulture) : 0
        );
    }

    private static string Before(string shell) =>
        shell switch
        {
            _ when shell.StartsWith("capi-mgmt", StringComparison.Ordinal) =>
                "source ~/admin-openrc; unset OS_PROJECT_NAME OS_PROJECT_DOMAIN_NAME OS_TENANT_NAME "
                    + "OS_TENANT_ID; export OS_PROJECT_ID=674171fd28d446d3a37073b6a761e910"
                    + shell["capi-mgmt".Length..],
            _ when shell.StartsWith("admin", StringComparison.Ordinal) => "source ~/admin-openrc"
                + shell["admin".Length..],
            _ => shell,
        };
}
