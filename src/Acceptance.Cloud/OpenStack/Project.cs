namespace Acceptance.Cloud.OpenStack;

/// <summary>A Keystone project; the domain by id and by name.</summary>
public sealed record Project(string Id, string Name, string DomainId, string DomainName, bool Enabled);
