namespace Acceptance.Cloud.Twin.World.Network;

/// <summary>What every Neutron object carries.</summary>
internal abstract class NeutronResource
{
    public required string Id { get; init; }

    public required string ProjectId { get; init; }

    public string Name { get; set; } = "";

    public string Description { get; set; } = "";

    public List<string> Tags { get; } = [];

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public int Revision { get; set; } = 1;

    internal void Touch(DateTimeOffset now)
    {
        UpdatedAt = now;
        Revision++;
    }
}
