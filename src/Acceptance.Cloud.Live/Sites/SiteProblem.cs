namespace Acceptance.Cloud.Live.Sites;

/// <summary>
/// One thing wrong with a site file: where it stands (file, JSON path and line), what was found, what is allowed.
/// </summary>
public sealed record SiteProblem(string File, string Path, string Found, string Allowed, int? Line = null)
{
    public override string ToString() =>
        $"{File}: {Path}{(Line is { } line ? $" (line {line})" : "")}: found {Found}; allowed: {Allowed}.";
}
