namespace Acceptance.Cloud.Twin.World.Identity;

/// <summary>A group of users of one domain; the twin's hold nobody.</summary>
public sealed record KeystoneGroup(string Id, string Name, KeystoneDomain Domain, string Description);
