using System.Text;

namespace Acceptance.Cloud.Live.Sites;

/// <summary>
/// One value as a shell would read it: quotes, backslashes, $NAME, ${NAME}, a leading ~; up to the next blank.
/// </summary>
internal sealed class ShellValue
{
    private const string Specials = "&|<>()";

    private readonly string _source;
    private readonly Func<string, string> _lookUp;
    private readonly StringBuilder _text = new();
    private int _at;

    public ShellValue(string source, Func<string, string> lookUp, string home)
    {
        _source = source;
        _lookUp = lookUp;
        if (source == "~" || source.StartsWith("~/", StringComparison.Ordinal))
        {
            _text.Append(home);
            _at = 1;
        }

        while (Refusal is null && _at < _source.Length && !char.IsWhiteSpace(_source[_at]))
            Step();
    }

    public string Text => _text.ToString();

    public string Rest => _source[_at..];

    /// <summary>Why it cannot be read without running it.</summary>
    public string? Refusal { get; private set; }

    private void Step()
    {
        switch (_source[_at])
        {
            case '\'':
                Single();
                break;
            case '"':
                Double();
                break;
            case '\\':
                _at++;
                Take();
                break;
            case '$':
                Variable();
                break;
            case '`':
                Refusal = "runs a command (`...`)";
                break;
            case var special when Specials.Contains(special):
                Refusal = $"does more than set a value ({special})";
                break;
            default:
                Take();
                break;
        }
    }

    private void Single()
    {
        var end = _source.IndexOf('\'', _at + 1);
        if (end < 0)
            end = _source.Length;
        _text.Append(_source, _at + 1, end - _at - 1);
        _at = Math.Min(end + 1, _source.Length);
    }

    private void Double()
    {
        _at++;
        while (Refusal is null && _at < _source.Length && _source[_at] != '"')
        {
            if (_source[_at] == '\\' && _at + 1 < _source.Length && "\"$`\\".Contains(_source[_at + 1]))
            {
                _at++;
                Take();
            }
            else if (_source[_at] == '$')
                Variable();
            else if (_source[_at] == '`')
                Refusal = "runs a command (`...`)";
            else
                Take();
        }

        _at = Math.Min(_at + 1, _source.Length);
    }

    private void Variable()
    {
        var rest = _source[(_at + 1)..];
        if (rest.StartsWith('('))
        {
            Refusal = "runs a command ($(...))";
            return;
        }

        var braced = rest.StartsWith('{');
        var name = string.Concat((braced ? rest[1..] : rest).TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c == '_'));
        if (name.Length == 0 && !braced)
        {
            Take();
            return;
        }

        if (braced && !rest[(1 + name.Length)..].StartsWith('}'))
        {
            Refusal = "uses an expansion that only a shell can do (${...})";
            return;
        }

        _text.Append(_lookUp(name));
        _at += 1 + name.Length + (braced ? 2 : 0);
    }

    private void Take()
    {
        if (_at < _source.Length)
            _text.Append(_source[_at++]);
    }
}
