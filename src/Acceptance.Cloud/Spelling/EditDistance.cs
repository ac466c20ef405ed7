namespace Acceptance.Cloud.Spelling;

/// <summary>How far one word is from another.</summary>
public static class EditDistance
{
    /// <summary>The least number of letters to add, take away, exchange, or swap with their neighbour.</summary>
    public static int Between(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        for (var j = 0; j <= b.Length; j++)
            table[i, j] =
                i == 0 ? j
                : j == 0 ? i
                : Cheapest(table, a, b, i, j);
        return table[a.Length, b.Length];
    }

    private static int Cheapest(int[,] table, string a, string b, int i, int j)
    {
        var exchange = a[i - 1] == b[j - 1] ? 0 : 1;
        var best = Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + exchange);
        var swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return swapped ? Math.Min(best, table[i - 2, j - 2] + 1) : best;
    }
}
