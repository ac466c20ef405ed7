namespace Reqnroll.Generator.Writing;

/// <summary>Tags are categories; @ignore is Ignore too.</summary>
internal static class TagAttributes
{
    private const string NUnit = "global::NUnit.Framework.";

    public static void Write(SourceText source, int indent, IEnumerable<string> tags)
    {
        foreach (var tag in tags)
        {
            if (IsIgnore(tag))
            {
                source.Line(indent, $"[{NUnit}Ignore(\"Ignored by @ignore tag\")]");
            }
            else
            {
                source.Line(indent, $"[{NUnit}Category({SourceText.Literal(tag)})]");
            }
        }
    }

    public static bool IsIgnore(string tag) => string.Equals(tag, "ignore", StringComparison.OrdinalIgnoreCase);
}
