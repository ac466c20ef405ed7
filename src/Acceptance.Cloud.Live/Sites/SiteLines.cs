using System.Text;
using System.Text.Json;

namespace Acceptance.Cloud.Live.Sites;

/// <summary>On which line of the file each value stands, by its JSON path.</summary>
internal sealed class SiteLines
{
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
    private readonly byte[] _json;
    private long _counted;
    private int _line = 1;

    /// <param name="json">JSON that has been parsed before; comments and trailing commas in it or not.</param>
    /// <exception cref="JsonException">A text of it is no Unicode.</exception>
    public SiteLines(string json)
    {
        _json = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(
            _json,
            new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
        );
        reader.Read();
        Value(ref reader, SitePath.Root, Line(reader.TokenStartIndex));
    }

    /// <summary>The line of a value; of one that is missing, the line of what it is missing in.</summary>
    public int Of(string path)
    {
        var known = path;
        while (!_lines.ContainsKey(known))
            known = known[..Math.Max(known.LastIndexOfAny(['.', '[']), SitePath.Root.Length)];
        return _lines[known];
    }

    private void Value(ref Utf8JsonReader reader, string path, int line)
    {
        _lines[path] = line;
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var (key, at) = (Text(ref reader), Line(reader.TokenStartIndex));
                reader.Read();
                Value(ref reader, SitePath.Of(path, key), at);
            }
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
                Value(ref reader, SitePath.Of(path, index), Line(reader.TokenStartIndex));
        }
        else if (reader.TokenType == JsonTokenType.String)
        {
            Text(ref reader);
        }
    }

    /// <summary>JSON may hold half a character, and only who reads the text finds that out.</summary>
    private string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            var line = Line(reader.TokenStartIndex);
            var start = _json.AsSpan(0, (int)reader.TokenStartIndex).LastIndexOf((byte)'\n') + 1;
            throw new JsonException("a text with half a character", null, line - 1, reader.TokenStartIndex - start);
        }
    }

    private int Line(long offset)
    {
        _line += _json.AsSpan((int)_counted, (int)(offset - _counted)).Count((byte)'\n');
        _counted = offset;
        return _line;
    }
}
