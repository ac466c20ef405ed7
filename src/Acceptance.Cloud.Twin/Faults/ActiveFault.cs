namespace Acceptance.Cloud.Twin.Faults;

/// <summary>An injected fault and the victim it found; null while it waits for one to appear.</summary>
public sealed record ActiveFault(Fault Fault, string? Victim);
