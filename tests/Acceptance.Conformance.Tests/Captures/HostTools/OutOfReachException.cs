namespace Acceptance.Conformance.Tests.Captures.HostTools;

/// <summary>The twin cannot be brought into the captured situation: not emulated, and why.</summary>
internal sealed class OutOfReachException(string why) : Exception(why);
