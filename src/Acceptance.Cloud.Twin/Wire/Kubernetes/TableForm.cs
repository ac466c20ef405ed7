namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>
/// A Table as the client asked for it: its version, and what of each object comes along (None, Metadata, Object).
/// </summary>
internal sealed record TableForm(string Version, string Include);
