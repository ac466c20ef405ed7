namespace Acceptance.Cloud.Twin.World.Juju;

/// <summary>
/// One application of the bundle: charm, channel, revision and version of a Caracal cloud (FACTS 8.2),
/// where it stands, and what it says when well.
/// </summary>
internal sealed record CharmSpec(string Application, string CharmName, string Channel, int Revision, string Version)
{
    /// <summary>The word of a healthy unit; glance-simplestreams-sync never sets one.</summary>
    public string Workload { get; init; } = "active";

    public string Message { get; init; } = "Unit is ready";

    /// <summary>Patterns that the whole message of a healthy unit matches, where the charm's message varies.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>
    /// The hosts whose containers carry a unit each; empty with <see cref="OnEveryHost"/> or for a subordinate.
    /// </summary>
    public IReadOnlyList<int> Containers { get; init; } = [];

    public bool OnEveryHost { get; init; }

    /// <summary>The hosts that carry a unit each, outside of containers, where those are not all.</summary>
    public IReadOnlyList<int> Hosts { get; init; } = [];

    public IReadOnlyList<string> SubordinateTo { get; init; } = [];

    /// <summary>"8200/tcp", "8774-8775/tcp".</summary>
    public IReadOnlyList<string> Ports { get; init; } = [];

    public IReadOnlyList<CharmRelation> Relations { get; init; } = [];
}
