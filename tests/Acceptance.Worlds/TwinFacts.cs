using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Sites;
using Acceptance.Cloud.Twin;

namespace Acceptance.Worlds;

/// <summary>The facts of a served twin, past its wire.</summary>
public static class TwinFacts
{
    public static FactBook PastTheWire(this Twin twin, Site site) => new(new WorldCloud(twin.World, site));
}
