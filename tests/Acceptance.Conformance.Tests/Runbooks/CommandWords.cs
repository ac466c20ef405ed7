using System.Text.RegularExpressions;

namespace Acceptance.Conformance.Tests.Runbooks;

/// <summary>
/// A command's program and its first two words: "openstack server list", "kubectl get nodes", "juju status". Options,
/// their values, redirections and placeholders are no words; a command may have fewer than two.
/// </summary>
internal static partial class CommandWords
{
    private static readonly HashSet<string> TakesValue =
    [
        "-n",
        "--namespace",
        "-m",
        "--model",
        "-f",
        "-c",
        "-o",
        "-l",
        "--domain",
        "--kubeconfig",
        "--context",
        "--request-timeout",
        "--connect",
        "-u",
        "--os-cloud",
        "--os-region-name",
        "--as",
        "--server",
        "--token",
        "-s",
        "--user",
        "--cache-dir",
        "-v",
    ];

    /// <summary>Of the first of these programs in the line; null when the line has none of them.</summary>
    public static string? Of(string line)
    {
        var at = Program().Match(line);
        if (!at.Success)
            return null;
        var words = new List<string> { at.Value };
        var skip = false;
        foreach (var word in line[(at.Index + at.Length)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (skip)
                skip = false;
            else if (word.StartsWith('-'))
                skip = TakesValue.Contains(word);
            else if (End().IsMatch(word))
                break;
            else
                words.Add(word.TrimEnd(';', ','));
            if (words.Count == 3 || word.EndsWith(';'))
                break;
        }

        return string.Join(' ', words);
    }

    [GeneratedRegex(@"(?<![\w/.'""-])(?:openstack|kubectl|juju|maas|virsh)(?= )")]
    private static partial Regex Program();

    [GeneratedRegex(@"^[|<>&#$""'`\[\\(]|^\d?>|^\.\.\.")]
    private static partial Regex End();
}
