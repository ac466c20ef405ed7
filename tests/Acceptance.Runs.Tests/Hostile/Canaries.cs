namespace Acceptance.Runs.Tests.Hostile;

/// <summary>
/// Words that a shell, a terminal, a pipeline or a browser would obey, and what looks like a secret: all of one seed.
/// </summary>
internal sealed class Canaries : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("canary-").FullName;
    private readonly int _seed;

    public Canaries(int seed)
    {
        _seed = seed;
        var secrets = new SecretForms(new Random(seed)).All();
        Secrets = [.. secrets.SelectMany(one => one.Secrets)];
        Orders =
        [
            $"$(touch {Mark})",
            $"`touch {Mark}`",
            $"'; touch {Mark} #",
            $"\"; touch {Mark}; \"",
            $"; touch {Mark} &",
            $"-oProxyCommand=touch {Mark}",
            "\u001b[31mred\u001b]0;title\u0007",
            "\u0007\u0007\u009b31m",
            "\u202egnp.exe",
            "</script><script>document.title='obeyed'</script>",
            "<img src=x onerror=\"document.title='obeyed'\"><img src=http://127.0.0.1:9/fetched>",
            "a|b|c",
            "![](http://127.0.0.1:9/fetched) [here](javascript:document.title='obeyed')",
            "x\n::error::y",
            "x\n##vso[task.complete]y",
            "../../../../etc/passwd",
            "\U000e0041\ufeff\u2066",
            new string('A', 64 * 1024),
        ];
        Words = [.. Orders, .. secrets.Select(one => one.Said)];
    }

    /// <summary>What a shell that obeyed would have made.</summary>
    public string Mark => Path.Combine(_folder, "X");

    /// <summary>What one that obeys would do.</summary>
    public IReadOnlyList<string> Orders { get; }

    /// <summary>These, and what looks like a secret.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>What looks like a secret, and is shown nowhere.</summary>
    public IReadOnlyList<string> Secrets { get; }

    public bool Obeyed => Directory.EnumerateFileSystemEntries(_folder).Any();

    /// <summary>An order to a shell, and no option.</summary>
    public bool IsToMark(string word) => word.Contains(Mark, StringComparison.Ordinal) && !word.StartsWith('-');

    /// <summary>The word that a place has: the same one each time that the seed is given.</summary>
    /// <param name="place">What tells it from other places.</param>
    /// <param name="fits">What may stand there: a label has 63 characters, a header no controls.</param>
    public string At(string place, Func<string, bool>? fits = null)
    {
        string[] all = fits is null ? [.. Words] : [.. Words.Where(fits)];
        return all[NumberOf(place) % all.Length];
    }

    /// <summary>A number below 2^16 that is a place's in every process.</summary>
    public int NumberOf(string place) => place.Aggregate(_seed & 0xFFFF, (sum, one) => ((sum * 31) + one + 7) & 0xFFFF);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
