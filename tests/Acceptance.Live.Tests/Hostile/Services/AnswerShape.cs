namespace Acceptance.Live.Tests.Hostile.Services;

/// <summary>What a client would take for a list: hostile services wrap what they do in it.</summary>
/// <param name="Begin">Before the first item.</param>
/// <param name="Item">One, with a # for its name.</param>
/// <param name="End">After the last one, with a # for what names the next page; else there are none.</param>
internal sealed record AnswerShape(string Begin, string Item, string End)
{
    public static AnswerShape Plain { get; } = new("[", "\"#\"", "]");

    public static AnswerShape Keypairs { get; } =
        new(
            "{\"keypairs\": [",
            "{\"keypair\": {\"name\": \"#\"}}",
            "], \"keypairs_links\": [{\"rel\": \"next\", \"href\": \"http://127.0.0.1:1/os-keypairs?marker=#\"}]}"
        );

    public static AnswerShape Secrets { get; } =
        new(
            "{\"kind\": \"SecretList\", \"apiVersion\": \"v1\", \"items\": [",
            "{\"metadata\": {\"name\": \"#\"}}",
            "], \"metadata\": {\"continue\": \"#\"}}"
        );

    public static AnswerShape Token { get; } =
        new("{\"token\": {\"user\": {\"id\": \"u1\", \"name\": \"admin\"}, \"roles\": [", "{\"name\": \"#\"}", "]}}");

    public static AnswerShape Machines { get; } =
        new("[", "{\"system_id\": \"a\", \"hostname\": \"#\", \"status_name\": \"Deployed\"}", "]");

    public bool HasPages => End.Contains('#', StringComparison.Ordinal);

    public string Named(string name) => Item.Replace("#", name, StringComparison.Ordinal);

    /// <summary>The end of a page that names another, or of the last one.</summary>
    public string Next(string? marker) =>
        marker is not null ? End.Replace("#", marker, StringComparison.Ordinal)
        : this == Keypairs ? "]}"
        : End.Replace("#", "", StringComparison.Ordinal);
}
