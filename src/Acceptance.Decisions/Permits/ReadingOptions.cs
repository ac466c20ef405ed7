using Acceptance.Cloud.Permits;

namespace Acceptance.Decisions.Permits;

/// <summary>
/// Programs that read with most arguments and write with some: for each, whether these arguments only read.
/// </summary>
internal static class ReadingOptions
{
    /// <summary>curl's options that take no value, and those whose value it only sends or reads.</summary>
    private const string CurlFlags = "skSfLviIg46",
        CurlValued = "mwHAuE";

    private static readonly string[] CurlLong =
    [
        "--silent",
        "--insecure",
        "--show-error",
        "--fail",
        "--location",
        "--head",
        "--max-time",
        "--connect-timeout",
        "--cacert",
        "--write-out",
        "--header",
        "--noproxy",
        "--connect-to",
        "--resolve",
    ];

    public static bool OnlyRead(string program, IReadOnlyList<string> arguments) =>
        program switch
        {
            "curl" => CurlReads(arguments),
            "awk" => !arguments.Any(AwkActs),
            "sort" => !arguments.Any(word =>
                Has(word, 'o')
                || word.StartsWith("--o", StringComparison.Ordinal)
                || word.StartsWith("--comp", StringComparison.Ordinal)
            ),
            "uniq" => arguments.Count(word => !word.StartsWith('-')) <= 1,
            "date" => arguments.All(word =>
                word.StartsWith('+')
                || word is "-u" or "-R" or "--utc"
                || word.StartsWith("-I", StringComparison.Ordinal)
            ),
            "hostname" => arguments.All(word => word is "-f" or "-s" or "-i" or "-I" or "-d"),
            "journalctl" => !arguments.Any(JournalctlActs),
            "ss" => !arguments.Any(word =>
                word.StartsWith("--k", StringComparison.Ordinal) || Has(word, 'K') || Has(word, 'D')
            ),
            "openssl" => arguments is ["x509" or "s_client" or "verify" or "version" or "crl", ..]
                && !arguments.Any(word =>
                    word.StartsWith("-out", StringComparison.Ordinal)
                    || word.StartsWith("-CAcreate", StringComparison.Ordinal)
                ),
            "qemu-img" => !arguments.Any(word => Has(word, 'r') || word.StartsWith("--r", StringComparison.Ordinal)),
            _ => true,
        };

    private static bool AwkActs(string word) =>
        word.StartsWith('-') && word is not ("-F" or "-v") && !word.StartsWith("-F", StringComparison.Ordinal)
        || word.Contains("system", StringComparison.Ordinal)
        || word.Contains('>')
        || word.Contains('|')
        || word.Contains("@load", StringComparison.Ordinal);

    private static bool JournalctlActs(string word) =>
        word is "--rotate" or "--flush" or "--sync" or "--relinquish-var" or "--setup-keys" or "--update-catalog"
        || word.StartsWith("--vac", StringComparison.Ordinal);

    private static bool CurlReads(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].StartsWith('-'))
                continue;
            if (
                words[i].StartsWith("--", StringComparison.Ordinal)
                    ? !CurlLong.Contains(words[i])
                    : !Short(words[i][1..], words.ElementAtOrDefault(i + 1))
            )
                return false;
        }

        return true;
    }

    // A valued option ends its cluster: the rest of the word is its value. -o may only throw the body away.
    private static bool Short(string cluster, string? next)
    {
        var valued = cluster.TakeWhile(letter => CurlFlags.Contains(letter)).Count();
        return valued == cluster.Length
            || CurlValued.Contains(cluster[valued])
            || (
                cluster[valued] == 'o' && (valued == cluster.Length - 1 ? next : cluster[(valued + 1)..]) == "/dev/null"
            );
    }

    private static bool Has(string word, char option) =>
        word.Length > 1 && word[0] == '-' && word[1] != '-' && word.Contains(option);
}
