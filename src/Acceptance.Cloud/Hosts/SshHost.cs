namespace Acceptance.Cloud.Hosts;

/// <summary>Where ssh goes: user, address, and the name an operator calls it by.</summary>
public sealed record SshHost(string Name, string User, string Address);
