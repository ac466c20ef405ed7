using System.Text;
using System.Text.Json;
using Acceptance.Cloud.Live.Transport;

namespace Acceptance.Cloud.Live.Json;

/// <summary>A body as JSON; where it breaks off or is none, the exception names the place.</summary>
internal static class Body
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 256 };

    public static Field Parse(string text)
    {
        if (JsonValues.Exceed<char>(text))
            throw new MisshapenException(
                "the answer",
                $"JSON of more than {Bounds.Values} values",
                "one that can be held"
            );
        try
        {
            using var document = JsonDocument.Parse(text, Deep);
            return new Field(document.RootElement.Clone(), "");
        }
        catch (JsonException)
        {
            throw Broken(text);
        }
    }

    private static MisshapenException Broken(string text)
    {
        if (text.Trim().Length == 0)
            return new MisshapenException("the answer", "empty", "JSON");
        if (text.TrimStart()[0] is not ('{' or '['))
            return new MisshapenException("the answer", $"'{Beginning(text)}'", "JSON");
        return new MisshapenException($"the answer after {Reached(text)}", "broken off or garbled", "whole JSON");
    }

    /// <summary>The path of the last place that could still be read.</summary>
    private static string Reached(string text)
    {
        var reader = new Utf8JsonReader(
            Encoding.UTF8.GetBytes(text),
            new JsonReaderOptions { MaxDepth = Deep.MaxDepth }
        );
        var path = new Stack<string>();
        var name = "";
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                    name = reader.GetString()!;
                else if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                {
                    path.Push(name);
                    name = "";
                }
                else if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                    name = path.Pop();
            }
        }
        catch (JsonException) when (path.Count == Deep.MaxDepth)
        {
            throw new MisshapenException("the answer", $"nested deeper than {Deep.MaxDepth}", "one that can be held");
        }
        catch (JsonException)
        {
            // Here it breaks: the path so far is the answer.
        }

        var names = path.Reverse().Append(name).Where(part => part.Length > 0);
        return string.Join('.', names) is { Length: > 0 } found ? $"`{found}`" : "its first character";
    }

    private static string Beginning(string text) =>
        text.Trim() is { Length: > 40 } one
            ? one[..40].ReplaceLineEndings(" ") + "…"
            : text.Trim().ReplaceLineEndings(" ");
}
