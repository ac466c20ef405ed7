using System.Text.RegularExpressions;

namespace Acceptance.Cloud.Secrets;

/// <summary>The values of a kubeconfig that prove who asks, whichever context they belong to.</summary>
internal static partial class KubeconfigSecrets
{
    public static IEnumerable<string> In(string text) =>
        Proof().Matches(text).Select(match => match.Groups["value"].Value);

    [GeneratedRegex(
        """\b(token|password|client-key-data|id-token|refresh-token)["']?\s*:\s*["']?(?<value>[^\s"',}]+)""",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
    )]
    private static partial Regex Proof();
}
