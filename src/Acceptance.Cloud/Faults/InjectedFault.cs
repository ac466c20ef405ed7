namespace Acceptance.Cloud.Faults;

/// <summary>A fault in force and its victim (null while it waits for one to exist).</summary>
public sealed record InjectedFault(string Id, string? Victim);
