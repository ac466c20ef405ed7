namespace Acceptance.Cloud.Twin.World.Identity;

/// <summary>One URL of a service; <c>$(project_id)s</c> in it becomes the scoped project's id.</summary>
internal sealed class KeystoneEndpoint
{
    public required string Id { get; init; }

    /// <summary>public, internal or admin.</summary>
    public required string Interface { get; init; }

    public required string Url { get; set; }

    public required string Region { get; init; }

    public bool Enabled { get; set; } = true;
}
