namespace Acceptance.Cloud.Juju;

/// <summary>What a command printed on one unit, and its exit code.</summary>
public sealed record UnitAnswer(string Unit, int Exit, string Stdout, string Stderr);
