namespace Acceptance.Cloud.Spelling;

/// <summary>How far one word is from another.</summary>
public static class EditDistance
{
    /// <summary>The least number of letters to add, take away or exchange.</summary>
    public static int Between(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        foreach (var letter in a)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (
                    row[j],
                    Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (letter == b[j - 1] ? 0 : 1))
                );
        }

        return row[^1];
    }
}
