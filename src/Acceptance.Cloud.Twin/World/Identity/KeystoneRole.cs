namespace Acceptance.Cloud.Twin.World.Identity;

/// <summary>A role; what it implies is held too (admin implies manager, manager member, member reader).</summary>
internal sealed class KeystoneRole
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public string? Description { get; set; }

    public List<KeystoneRole> Implies { get; } = [];

    public override string ToString() => Name;
}
