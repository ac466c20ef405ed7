namespace Acceptance.Cloud.Twin.Faults;

/// <summary>An injected fault and the victim it found; null while it waits for one to appear.</summary>
internal sealed record ActiveFault(Fault Fault, string? Victim);
