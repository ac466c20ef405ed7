using System.Text.RegularExpressions;

namespace Acceptance.Conformance.Tests.Runbooks.Finding;

/// <summary>
/// Commands inside a sentence, whose backticks are gone: a program's name, then words for as long as they can be its
/// words.
/// </summary>
internal static partial class Sentence
{
    private static readonly HashSet<string> Filters =
    [
        "grep",
        "egrep",
        "jq",
        "head",
        "tail",
        "echo",
        "awk",
        "sort",
        "wc",
        "cut",
        "tee",
    ];
    private static readonly HashSet<string> TakesWord =
    [
        "-f",
        "-c",
        "-m",
        "-n",
        "-o",
        "-u",
        "--domain",
        "--format",
        "--dir",
        "--uri",
        "--file",
        "--import-method",
        "--type",
    ];

    /// <summary>
    /// Commands that stand side by side are one group (source F ssh ...: the line's end between them was lost).
    /// </summary>
    public static IReadOnlyList<string> Commands(string sentence) => Commands(sentence, Program());

    /// <summary>The same of other programs: what this matches is where a command may begin.</summary>
    public static IReadOnlyList<string> Commands(string sentence, Regex programs)
    {
        var line = Listed().Replace(sentence, " / openstack ");
        var groups = new List<string>();
        var end = -1;
        for (var at = programs.Match(line); at.Success; at = programs.Match(line, Math.Max(end, at.Index + 1)))
        {
            var (command, stop) = Read(line, at.Index);
            if (command is null)
                continue;
            if (line.Count(mark => mark == '`') % 2 == 1 && line[stop..].Trim().Length == 0)
                command += " <lost>";
            if (groups.Count > 0 && line[end..at.Index].Trim().Length == 0)
                groups[^1] += "\n" + command;
            else
                groups.Add(command);
            end = stop;
        }

        return groups;
    }

    private static (string? Command, int End) Read(string line, int start)
    {
        var words = new List<string>();
        var (end, closed) = (start, false);
        var program = "";
        foreach (Match match in Word().Matches(line[start..]))
        {
            if (closed)
                break;
            var word = match.Value;
            var bare =
                words.Count > 0
                && (
                    word.EndsWith(',')
                    || word.EndsWith(';')
                    || word.EndsWith('.')
                    || word.EndsWith(')')
                    || word.EndsWith('`')
                )
                && word.Length > 1
                && word != "..."
                    ? word.TrimEnd(',', ';', '.', ')', '`')
                    : word;
            if (words.Count == 0 || words[^1] is "|" or "||" or "&&")
                program = bare;
            else if (!Belongs(program, words, bare))
                break;
            if (words.Count > 0 && words[^1] is "|" or "||" or "&&" && !Filters.Contains(bare))
                break;
            if (words.Count > 0 && Started().IsMatch(bare) && !TakesWord.Contains(words[^1]))
                break;
            if (words.Count == 1 && bare[0] is >= 'a' and <= 'z' && !Vocabulary.IsFirst(program, bare))
                break;
            words.Add(bare);
            end = start + match.Index + bare.Length;
            closed = bare != word;
        }

        while (words.Count > 0 && words[^1] is "|" or "||" or "&&")
            words.RemoveAt(words.Count - 1);
        return words.Count > Vocabulary.LeastWords(words)
            ? (Before(line, start) + string.Join(' ', words), end)
            : (null, start + 1);
    }

    /// <summary>Whether the whole line is a command, or the first line of a longer one.</summary>
    public static bool IsWhole(string line)
    {
        var command = line.Split(" #")[0].TrimEnd();
        return command.EndsWith('\\')
            || command.Count(mark => mark == '\'') % 2 == 1
            || Commands(command) is [var only] && only.Length >= command.Trim().Length - 2;
    }

    /// <summary>A variable or sudo in front of the program belongs to its line.</summary>
    private static string Before(string line, int start) => Prefix().Match(line[..start]).Value;

    private static bool Belongs(string program, List<string> words, string word) =>
        word switch
        {
            "|" or "||" or "&&" => true,
            "--" or "->" or "/" or "" or "-" => false,
            "..." => program is "ssh" or "helm",
            _ when word[0] == '(' => false,
            _ when program == "env" && words.Count < 4 => word.Contains('=')
                || Vocabulary.Has(program, word)
                || word[0] == '-',
            _ when program is "grep" or "bash" && words[^1] is "-c" or "-n" or "-i" => word[0] is '\'' or '"'
                || word == "oom",
            _ when word[0] is '-' or '\'' or '"' or '<' or '$' or '~' => true,
            _ when TakesWord.Contains(words[^1]) => true,
            _ when program is "echo" or "grep" or "egrep" or "jq" => false,
            _ => Vocabulary.Has(program, word) || Argument().IsMatch(word),
        };

    [GeneratedRegex(@"(?:(?<= )[A-Z_]+=\S+ )?(?:sudo )?$")]
    private static partial Regex Prefix();

    [GeneratedRegex(@"(?<![\w/.-])(?:openstack|kubectl|juju|maas|virsh|source|ssh|curl)(?= [a-z~<.-])")]
    private static partial Regex Program();

    /// <summary>
    /// In a list of commands the program is named once: openstack router remove subnet / router delete / ...
    /// </summary>
    [GeneratedRegex(@"(?<=\bopenstack .*) / (?=(?:router|subnet|network|security) [a-z])")]
    private static partial Regex Listed();

    /// <summary>The next command of the group.</summary>
    [GeneratedRegex(@"^(?:ssh|source|curl|openstack|kubectl|juju|maas|virsh)$")]
    private static partial Regex Started();

    /// <summary>A word of the shell: quotes hold blanks.</summary>
    [GeneratedRegex(@"(?:""[^""]*""|'[^']*'|<[^<>\s]+>|[^\s""'])+")]
    private static partial Regex Word();

    /// <summary>No word of a sentence: it holds a sign or a digit, or is written with hyphens.</summary>
    [GeneratedRegex(@"^[a-z<{$~""'/0-9@].*[/=$""'_:0-9@{}<>~]|^[a-z0-9]+(?:-[a-z0-9]+)+$|^[0-9]+$|^[a-z].*[/=]$")]
    private static partial Regex Argument();
}
