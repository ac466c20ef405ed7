using Acceptance.Cloud.Sites;
using Acceptance.Decisions.KnownIssues;

namespace Acceptance.Reporting.Words;

/// <summary>The steps of a fix as a page shows them.</summary>
internal static class FixWords
{
    /// <summary>
    /// Filled from the finding and the site; a victim's name is outside text, so it is made one printable line first.
    /// </summary>
    public static IReadOnlyList<FilledStep> Of(KnownIssue issue, string? victim, Site? site) =>
        Fix.Render(issue, Plain.Line(victim), site);
}
