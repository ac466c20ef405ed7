using System.Text;

namespace Acceptance.Cloud.Twin.Personas.Libvirt;

/// <summary>virsh's tables: a blank in front, three between, a line of dashes as wide as all of it.</summary>
internal static class VirshTable
{
    private const int Gap = 3;

    public static string Of(string[] header, IEnumerable<string[]> rows)
    {
        string[][] all = [header, .. rows];
        int[] widths = [.. header.Select((_, i) => all.Max(row => row[i].Length) + Gap)];
        var text = new StringBuilder();
        foreach (var (row, i) in all.Select((row, i) => (row, i)))
        {
            text.Append(' ');
            foreach (var (cell, column) in row.Select((cell, column) => (cell, column)))
                text.Append(column == row.Length - 1 ? cell : cell.PadRight(widths[column]));
            text.Append('\n');
            if (i == 0)
                text.Append('-', widths.Sum()).Append('\n');
        }

        return text.ToString();
    }
}
