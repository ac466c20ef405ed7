using System.Text.RegularExpressions;

namespace Acceptance.Conformance.Tests.Captures;

/// <summary>What the runbooks type: the program and the first two words of each of their lines ("openstack server list"), found by reading them.</summary>
internal sealed partial class RunbookWords
{
    private readonly HashSet<string> _typed = new(StringComparer.Ordinal);

    /// <summary>Nothing is typed when the runbooks are not there.</summary>
    public static RunbookWords Read(string folder)
    {
        var read = new RunbookWords();
        foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.md") : [])
        {
            foreach (Match match in Typed().Matches(File.ReadAllText(file))) read._typed.Add(Words(match.Value));
        }

        return read;
    }

    public IEnumerable<string> All => _typed.Order(StringComparer.Ordinal);

    public bool Type(CaptureResult result) => _typed.Contains(Words(result.Command));

    private static string Words(string line) => string.Join(' ', line.Split([' ', '\\', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(word => !word.StartsWith('-')).Take(3));

    [GeneratedRegex(@"(?<![\w/.-])(?:openstack|kubectl|juju|maas|virsh|qemu-img|helm|vault|systemctl)(?: +[\w.-]+| *\\\n *[\w.-]+){1,6}")]
    private static partial Regex Typed();
}
