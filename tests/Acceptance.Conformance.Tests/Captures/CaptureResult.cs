namespace Acceptance.Conformance.Tests.Captures;

/// <summary>The verdict of one capture.</summary>
/// <param name="Service">What is counted together: keystone, nova, kubernetes, virsh ...</param>
/// <param name="Capture">The capture's file without its ending.</param>
/// <param name="Likeness">Declared is never said by a family: the declarations are read afterwards.</param>
/// <param name="Command">
/// The command as it was recorded: its program and first two words decide whether the runbooks type it.
/// </param>
/// <param name="Why">The first difference, or what is not emulated; empty for the same.</param>
public sealed record CaptureResult(string Service, string Capture, Likeness Likeness, string Command, string Why = "");
