using System.Text;
using System.Text.RegularExpressions;

namespace VerifyTests;

/// <summary>Where the approved file is, and what is taken out before comparing.</summary>
public partial class VerifySettings
{
    private readonly List<Func<string, string>> _textScrubbers = [];
    private readonly List<Action<StringBuilder>> _builderScrubbers = [];

    public VerifySettings() { }

    public VerifySettings(VerifySettings? settings)
    {
        if (settings is null)
            return;
        _textScrubbers.AddRange(settings._textScrubbers);
        _builderScrubbers.AddRange(settings._builderScrubbers);
        Directory = settings.Directory;
        TypeName = settings.TypeName;
        MethodName = settings.MethodName;
        FileName = settings.FileName;
        IsAutoVerified = settings.IsAutoVerified;
    }

    public string? Directory { get; private set; }

    internal string? TypeName { get; private set; }

    internal string? MethodName { get; private set; }

    internal string? FileName { get; private set; }

    internal bool IsAutoVerified { get; private set; }

    internal IEnumerable<Func<string, string>> TextScrubbers => _textScrubbers;

    internal IEnumerable<Action<StringBuilder>> BuilderScrubbers => _builderScrubbers;

    /// <summary>Relative to the test's source file.</summary>
    public void UseDirectory(string directory) => Directory = directory;

    public void UseTypeName(string name) => TypeName = name;

    public void UseMethodName(string name) => MethodName = name;

    /// <summary>In place of class, method and arguments.</summary>
    public void UseFileName(string fileName) => FileName = fileName;

    /// <summary>No tool is opened for a difference; here none ever is.</summary>
    public void DisableDiff() { }

    /// <summary>Approves whatever is received. For a first run, not for a commit.</summary>
    public void AutoVerify() => IsAutoVerified = true;

    /// <summary>Any change at all; the one added last runs first.</summary>
    public void AddScrubber(Action<StringBuilder> scrubber) => _builderScrubbers.Insert(0, scrubber);

    public void ScrubLines(Func<string, bool> removeLine) =>
        ScrubLinesWithReplace(line => removeLine(line) ? null : line);

    /// <summary>A line for a line; null takes it out.</summary>
    public void ScrubLinesWithReplace(Func<string, string?> replaceLine) =>
        _textScrubbers.Add(text =>
            string.Join('\n', text.Split('\n').Select(replaceLine).Where(line => line is not null))
        );

    /// <summary>Takes out lines that hold any of these, in upper or lower case.</summary>
    public void ScrubLinesContaining(params string[] stringToMatch) =>
        ScrubLinesContaining(StringComparison.OrdinalIgnoreCase, stringToMatch);

    public void ScrubLinesContaining(StringComparison comparison, params string[] stringToMatch) =>
        ScrubLines(line => stringToMatch.Any(match => line.Contains(match, comparison)));

    public void ScrubEmptyLines() => ScrubLines(string.IsNullOrWhiteSpace);

    /// <summary>Guid_1, Guid_2 ... in the order they appear; the same one has the same number.</summary>
    public void ScrubInlineGuids() =>
        _textScrubbers.Add(text =>
        {
            var seen = new Dictionary<Guid, int>();
            return InlineGuid()
                .Replace(
                    text,
                    match =>
                    {
                        var guid = Guid.Parse(match.Value);
                        seen.TryAdd(guid, seen.Count + 1);
                        return $"Guid_{seen[guid]}";
                    }
                );
        });

    public void ScrubMachineName() =>
        _textScrubbers.Add(text => ReplaceWord(text, Environment.MachineName, "TheMachineName"));

    public void ScrubUserName() => _textScrubbers.Add(text => ReplaceWord(text, Environment.UserName, "TheUserName"));

    private static string ReplaceWord(string text, string word, string by) =>
        word.Length == 0
            ? text
            : Regex.Replace(text, $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(word)}(?![\p{{L}}\p{{N}}])", by);

    [GeneratedRegex("(?<![0-9A-Za-z])[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![0-9A-Za-z])")]
    private static partial Regex InlineGuid();
}
