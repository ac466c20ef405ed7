namespace Acceptance.Cloud.Live.Sites;

/// <summary>A site file that cannot be used as it stands; carries every problem found in it, sorted by path.</summary>
public sealed class SiteRefused(IReadOnlyList<SiteProblem> problems)
    : Exception(string.Join(Environment.NewLine, problems))
{
    public IReadOnlyList<SiteProblem> Problems { get; } = problems;
}
