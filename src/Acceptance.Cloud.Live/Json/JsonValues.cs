using System.Numerics;
using Acceptance.Cloud.Live.Transport;

namespace Acceptance.Cloud.Live.Json;

/// <summary>How many values a document has, counted without making one of them.</summary>
internal static class JsonValues
{
    /// <summary>There are more than an answer has.</summary>
    /// <param name="document">As text or as UTF-8.</param>
    public static bool Exceed<T>(ReadOnlySpan<T> document)
        where T : unmanaged, IBinaryInteger<T>
    {
        // Each value takes a character at least.
        if (document.Length <= Bounds.Values)
            return false;
        var (count, quoted) = (0, false);
        for (var at = 0; at < document.Length; at++)
        {
            var sign = uint.CreateTruncating(document[at]);
            if (sign == '"')
                quoted = !quoted;
            else if (sign == '\\' && quoted)
                at++;
            else if (!quoted && sign is ',' or '[' or '{' && ++count > Bounds.Values)
                return true;
        }

        return false;
    }
}
