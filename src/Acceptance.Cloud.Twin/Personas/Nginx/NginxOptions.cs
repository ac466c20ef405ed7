using Acceptance.Cloud.Twin.World.Nginx;

namespace Acceptance.Cloud.Twin.Personas.Nginx;

/// <summary>nginx's options: letters after one dash, values in the same word or the next.</summary>
internal sealed record NginxOptions
{
    /// <summary>The release that brought -e.</summary>
    public static readonly Version ErrorLogFrom = new(1, 19, 5);

    public bool Help { get; private set; }

    public bool Version { get; private set; }

    public bool Built { get; private set; }

    public bool Test { get; private set; }

    public bool Dump { get; private set; }

    public bool Quiet { get; private set; }

    public string? File { get; private set; }

    public string? Directives { get; private set; }

    public string? Prefix { get; private set; }

    public string? Signal { get; private set; }

    /// <summary>Null when nginx refuses them, and why.</summary>
    public static NginxOptions? Of(IReadOnlyList<string> argv, NginxBuild build, out string wrong)
    {
        var options = new NginxOptions();
        for (var at = 0; at < argv.Count; at++)
        {
            var word = argv[at];
            wrong = $"invalid option: \"{word}\"";
            if (word.Length == 0 || word[0] != '-')
                return null;
            for (var letter = 1; letter < word.Length; letter++)
            {
                if (options.Flag(word[letter]))
                    continue;
                wrong = $"invalid option: \"{word[letter]}\"";
                if (
                    !"cgps".Contains(word[letter], StringComparison.Ordinal)
                    && (word[letter] != 'e' || build.Release < ErrorLogFrom)
                )
                    return null;
                var value =
                    letter + 1 < word.Length ? word[(letter + 1)..]
                    : at + 1 < argv.Count ? argv[++at]
                    : null;
                wrong =
                    $"option \"-{word[letter]}\" requires {word[letter] switch { 'c' or 'e' => "file name", 'p' => "directory name", _ => "parameter" }}";
                if (value is null)
                    return null;
                wrong = $"invalid option: \"-s {value}\"";
                if (!options.Take(word[letter], value))
                    return null;
                break;
            }
        }

        wrong = "";
        return options;
    }

    private bool Flag(char letter)
    {
        switch (letter)
        {
            case '?' or 'h':
                Help = true;
                break;
            case 'v':
                Version = true;
                break;
            case 'V':
                Built = true;
                break;
            case 't':
                Test = true;
                break;
            case 'T':
                Test = Dump = true;
                break;
            case 'q':
                Quiet = true;
                break;
            default:
                return false;
        }

        return true;
    }

    private bool Take(char letter, string value)
    {
        switch (letter)
        {
            case 'c':
                File = value;
                break;
            case 'g':
                Directives = value;
                break;
            case 'p':
                Prefix = value;
                break;
            case 's':
                Signal = value;
                return value is "stop" or "quit" or "reopen" or "reload";
        }

        return true;
    }
}
