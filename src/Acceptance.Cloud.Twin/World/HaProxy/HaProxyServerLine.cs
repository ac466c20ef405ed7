namespace Acceptance.Cloud.Twin.World.HaProxy;

/// <summary>A server line of a configuration file.</summary>
internal sealed class HaProxyServerLine(string name, string address, int port, int line, IReadOnlyList<string> words)
{
    public string Name { get; } = name;

    public string Address { get; } = address;

    public int Port { get; } = port;

    /// <summary>Where it stands in the file, from 1.</summary>
    public int Line { get; } = line;

    public bool Has(string word) => words.Contains(word);

    /// <summary>The word after this one; null without it.</summary>
    public string? After(string word) =>
        words.ToList().IndexOf(word) is >= 0 and var at && at + 1 < words.Count ? words[at + 1] : null;

    public int Number(string word, int otherwise) => int.TryParse(After(word), out var number) ? number : otherwise;

    /// <summary>Checks with TLS.</summary>
    public bool ChecksTls => Has("check-ssl") || (Has("ssl") && !Has("no-check-ssl"));
}
