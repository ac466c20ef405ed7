using System.Text;

namespace Acceptance.Decisions.Permits;

/// <summary>
/// Takes a shell command line apart as a shell would: pipelines of simple commands, each as its words. What cannot be
/// told without running it (a substitution, an open quote), and what writes a file, is opaque: then there are no
/// pipelines.
/// </summary>
internal sealed class ShellLine
{
    private readonly string _text;
    private readonly List<List<List<string>>> _pipelines =
    [
        [
            [],
        ],
    ];
    private readonly StringBuilder _word = new();
    private readonly Queue<string> _hereDocuments = new();
    private int _at;
    private bool _inWord;
    private string? _redirect;
    private bool _opaque;

    private ShellLine(string text) => _text = text.Replace("\\\n", "", StringComparison.Ordinal);

    /// <summary>Null when the line is opaque.</summary>
    public static IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>>? Pipelines(string text)
    {
        var line = new ShellLine(text);
        line.Read();
        return line._opaque ? null : line._pipelines;
    }

    private char Next => _at + 1 < _text.Length ? _text[_at + 1] : '\0';

    private void Read()
    {
        for (; _at < _text.Length && !_opaque; _at++)
        {
            switch (_text[_at])
            {
                case '\'':
                    Single();
                    break;
                case '"':
                    Double();
                    break;
                case '\\':
                    Add(Next);
                    _at++;
                    break;
                case '`' or '$' when _text[_at] == '`' || Next is '(' or '\'' or '"':
                    _opaque = true;
                    break;
                case '#' when !_inWord:
                    SkipComment();
                    break;
                case ' ' or '\t' or '\r':
                    EndWord();
                    break;
                case '\n':
                    EndPipeline();
                    SkipHereDocuments();
                    break;
                case ';' or '(' or ')':
                    EndPipeline();
                    break;
                case '&' when Next == '>':
                    Redirect();
                    break;
                case '&':
                    EndPipeline();
                    break;
                case '|':
                    if (Next == '|')
                        EndPipeline();
                    else
                        EndCommand();
                    break;
                case '<' or '>':
                    Redirect();
                    break;
                default:
                    Add(_text[_at]);
                    break;
            }
        }

        EndPipeline();
        if (_hereDocuments.Count > 0)
            _opaque = true;
    }

    private void Single()
    {
        var close = _text.IndexOf('\'', _at + 1);
        if (close < 0)
        {
            _opaque = true;
            return;
        }
        _inWord = true;
        _word.Append(_text, _at + 1, close - _at - 1);
        _at = close;
    }

    private void Double()
    {
        _inWord = true;
        for (_at++; _at < _text.Length && _text[_at] != '"'; _at++)
        {
            if (_text[_at] == '`' || (_text[_at] == '$' && Next == '('))
                _opaque = true;
            if (_text[_at] == '\\' && Next is '"' or '\\' or '$' or '`')
                _at++;
            if (_at < _text.Length)
                _word.Append(_text[_at]);
        }

        if (_at >= _text.Length)
            _opaque = true;
    }

    private void SkipComment()
    {
        while (_at + 1 < _text.Length && Next != '\n')
            _at++;
    }

    // The body is data for the command; what takes its commands from there is no listed read anyway.
    private void SkipHereDocuments()
    {
        while (_hereDocuments.TryDequeue(out var end))
        {
            var lines = _text[(_at + 1)..].Split('\n');
            var length = Array.FindIndex(lines, line => line.TrimStart('\t') == end);
            if (
                length < 0
                || lines.Take(length).Any(line => line.Contains('`') || line.Contains("$(", StringComparison.Ordinal))
            )
                _opaque = true;
            else
                _at = Math.Min(_text.Length, _at + lines.Take(length + 1).Sum(line => line.Length + 1));
        }
    }

    private void Redirect()
    {
        if (_word.Length > 0 && _word.ToString().All(char.IsAsciiDigit))
        {
            _word.Clear();
            _inWord = false;
        }
        EndWord();
        if (_redirect is not null)
            _opaque = true;
        var start = _at;
        while (Next is '<' or '>' or '&' or '|' or '-' && _at - start < 2)
            _at++;
        _redirect = _text[start..(_at + 1)];
        if (Next == '(')
            _opaque = true;
    }

    private void Add(char letter)
    {
        if (letter == '\0')
        {
            _opaque = true;
            return;
        }
        _inWord = true;
        _word.Append(letter);
    }

    private void EndWord()
    {
        if (!_inWord)
            return;
        var word = _word.ToString();
        _word.Clear();
        _inWord = false;
        if (_redirect is { } operation)
            Into(operation, word);
        else
            _pipelines[^1][^1].Add(word);
        _redirect = null;
    }

    private void Into(string operation, string target)
    {
        if (operation is "<<" or "<<-")
            _hereDocuments.Enqueue(target);
        else if (
            operation is not ("<" or "<<<" or "<&")
            && target != "/dev/null"
            && !(operation == ">&" && target.All(letter => char.IsAsciiDigit(letter) || letter == '-'))
            && !(operation == "<>" && target.StartsWith("/dev/tcp/", StringComparison.Ordinal))
        )
            _opaque = true;
    }

    private void EndCommand()
    {
        EndWord();
        if (_redirect is not null)
            _opaque = true;
        if (_pipelines[^1][^1].Count > 0)
            _pipelines[^1].Add([]);
    }

    private void EndPipeline()
    {
        EndCommand();
        if (_pipelines[^1].Count > 1)
            _pipelines.Add([
                [],
            ]);
    }
}
