namespace Acceptance.Reporting.LivingDocument;

/// <summary>The page's style, kept as a file of its own and carried inside the assembly.</summary>
internal static class Stylesheet
{
    public static string Text { get; } = Read();

    private static string Read()
    {
        using var stream =
            typeof(Stylesheet).Assembly.GetManifestResourceStream("living-doc.css")
            ?? throw new InvalidOperationException("the assembly carries no living-doc.css");
        return new StreamReader(stream).ReadToEnd();
    }
}
