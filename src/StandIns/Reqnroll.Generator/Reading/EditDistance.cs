namespace Reqnroll.Generator.Reading;

/// <summary>Letters to insert, drop, change, or swap with their neighbour, to get from one word to another.</summary>
internal static class EditDistance
{
    public static int Between(string one, string other)
    {
        var table = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                table[i, j] =
                    i == 0 ? j
                    : j == 0 ? i
                    : Cheapest(table, one, other, i, j);
            }
        }

        return table[one.Length, other.Length];
    }

    private static int Cheapest(int[,] table, string one, string other, int i, int j)
    {
        var change = one[i - 1] == other[j - 1] ? 0 : 1;
        var best = Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + change);
        var swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
        return swapped ? Math.Min(best, table[i - 2, j - 2] + 1) : best;
    }
}
