using Acceptance.Cloud.Captures;

namespace Acceptance.Cloud.Facts;

/// <summary>Captures of earlier runs.</summary>
public static class CaptureFacts
{
    public static FactKey<IReadOnlyList<Capture>> All { get; } =
        FactKey<IReadOnlyList<Capture>>.Moving("captures", source => source.Cloud.Captures.All());
}
