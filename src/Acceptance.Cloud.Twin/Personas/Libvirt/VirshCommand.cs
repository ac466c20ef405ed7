namespace Acceptance.Cloud.Twin.Personas.Libvirt;

/// <summary>One command of virsh: what it must be given, what it may be given, and what it does.</summary>
/// <param name="Required">Operands by name, in their order; each may also be written --NAME VALUE.</param>
/// <param name="Optional">Options with a value.</param>
/// <param name="Flags">Options without one.</param>
/// <param name="Play">What it does; what it prints ends in a blank line, but for those that say so themselves.</param>
internal sealed record VirshCommand(string[] Required, string[] Optional, string[] Flags, Action<VirshCall> Play);
