using System.Globalization;
using System.Text;

namespace Reqnroll.Tables;

/// <summary>"Created At", "created_at" and CreatedAt are one column.</summary>
internal static class ColumnName
{
    public static bool Matches(string column, string member) =>
        string.Equals(Fold(column), Fold(member), StringComparison.OrdinalIgnoreCase);

    private static string Fold(string name)
    {
        var letters = name.Normalize(NormalizationForm.FormD)
            .Where(letter =>
                char.IsLetterOrDigit(letter)
                && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark
            );
        return string.Concat(letters);
    }
}
