namespace Acceptance.Conformance.Tests.Captures.HostTools;

/// <summary>What the twin's host answered.</summary>
internal sealed record Played(int Exit, string Stdout, string Stderr);
