using Acceptance.Cloud;
using Acceptance.Cloud.Captures;

namespace Acceptance.Worlds;

/// <summary>A folder of captures in which none lies yet.</summary>
internal sealed class NoCaptures : ICaptures
{
    public Task<Reading<IReadOnlyList<Capture>>> All(CancellationToken cancel = default) =>
        Task.FromResult<Reading<IReadOnlyList<Capture>>>(new Reading<IReadOnlyList<Capture>>.Seen([], Evidence.None));
}
