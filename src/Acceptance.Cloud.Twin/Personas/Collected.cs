namespace Acceptance.Cloud.Twin.Personas;

/// <summary>What a script printed on another host, and its exit code.</summary>
internal sealed record Collected(int Exit, byte[] Stdout, byte[] Stderr);
