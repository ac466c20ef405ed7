using Acceptance.Cloud;
using Acceptance.Cloud.Hosts;

namespace Acceptance.Decisions.Checks.Hosts;

/// <summary>
/// One row of `show stat` (FACTS 8.5): proxy, server, status (column 17), type (column 32), check_status (column
/// 36).
/// </summary>
public sealed record HaProxyRow(
    string Proxy,
    string Server,
    State<HaProxyStatus> Status,
    State<HaProxyRowType> Type,
    State<HaProxyCheckStatus> CheckStatus
)
{
    /// <summary>What the check was answered, where the protocol has codes (column 37); empty else.</summary>
    public string CheckCode { get; init; } = "";

    /// <summary>Reads the CSV; null when it is no `show stat` output (a dead socket, an error).</summary>
    public static IReadOnlyList<HaProxyRow>? Parse(string csv)
    {
        var lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length < 2 || !lines[0].StartsWith("# pxname,svname,", StringComparison.Ordinal))
            return null;
        var header = lines[0][2..].Split(',');
        int Column(string name) => Array.IndexOf(header, name);
        var (status, type) = (Column("status"), Column("type"));
        var (check, code) = (Column("check_status"), Column("check_code"));
        if (status < 0 || type < 0)
            return null;
        return
        [
            .. lines
                .Skip(1)
                .Select(line => line.Split(','))
                .Where(cells => cells.Length > Math.Max(status, type))
                .Select(cells => new HaProxyRow(
                    cells[0],
                    cells[1],
                    State<HaProxyStatus>.Read(cells[status]),
                    State<HaProxyRowType>.Read(cells[type]),
                    State<HaProxyCheckStatus>.Read(Cell(cells, check).TrimStart('*', ' '))
                )
                {
                    CheckCode = Cell(cells, code),
                }),
        ];
    }

    private static string Cell(string[] cells, int column) => column >= 0 && column < cells.Length ? cells[column] : "";
}
