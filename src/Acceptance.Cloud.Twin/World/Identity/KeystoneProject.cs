namespace Acceptance.Cloud.Twin.World.Identity;

/// <summary>
/// A project: what servers, networks and clusters belong to.
/// The tags are the operator's (a mutating run's lock stands there).
/// </summary>
internal sealed class KeystoneProject
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public required KeystoneDomain Domain { get; init; }

    public string Description { get; set; } = "";

    public bool Enabled { get; set; } = true;

    public List<string> Tags { get; } = [];

    public override string ToString() => Name;
}
