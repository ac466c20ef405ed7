namespace Acceptance.Cloud.Live.Sites;

/// <summary>
/// One thing wrong with a site file: where it stands (file and JSON path), what was found, what is allowed.
/// </summary>
public sealed record SiteProblem(string File, string Path, string Found, string Allowed)
{
    public override string ToString() => $"{File}: {Path}: found {Found}; allowed: {Allowed}.";
}
