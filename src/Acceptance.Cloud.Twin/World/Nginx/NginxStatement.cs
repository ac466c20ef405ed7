namespace Acceptance.Cloud.Twin.World.Nginx;

/// <summary>A directive as it stands in a file.</summary>
/// <param name="Words">Its name and its arguments.</param>
/// <param name="Place">"FILE:LINE" of its end, as nginx names it.</param>
public sealed record NginxStatement(IReadOnlyList<string> Words, string Place)
{
    public string Name => Words[0];

    public string? Argument(int at) => at < Words.Count ? Words[at] : null;
}
