using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.Personas.Juju.Charms;

/// <summary>One action of a charm: how long it takes and what it does to the world.</summary>
internal sealed record CharmAction(
    string Description,
    TimeSpan Takes,
    Action<TwinWorld, JujuUnit, IReadOnlyDictionary<string, string>, JujuTask> Play
)
{
    /// <summary>The parameter that it does not do without.</summary>
    public string? Required { get; init; }
}
