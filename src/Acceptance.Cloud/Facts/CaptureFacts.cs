using Acceptance.Cloud.Captures;
using Acceptance.Cloud.Sites;

namespace Acceptance.Cloud.Facts;

/// <summary>Captures of earlier runs.</summary>
public static class CaptureFacts
{
    /// <summary>Those of the site's folder; none where the baseline is no matter of captures.</summary>
    public static FactKey<IReadOnlyList<Capture>> All { get; } =
        FactKey<IReadOnlyList<Capture>>.Moving(
            "captures",
            source =>
                source.Site.Baseline is { Kind: SiteBaseline.Capture }
                    ? source.Cloud.Captures.All()
                    : Task.FromResult<Reading<IReadOnlyList<Capture>>>(
                        new Reading<IReadOnlyList<Capture>>.Seen([], Evidence.None)
                    )
        );
}
