namespace Acceptance.Cloud.Twin.World.Identity;

/// <summary>A Keystone domain. The id is 32 hexadecimal digits, but for "default".</summary>
internal sealed class KeystoneDomain
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public string Description { get; set; } = "";

    public bool Enabled { get; set; } = true;
}
