namespace Acceptance.Cloud.Hosts;

/// <summary>What a command printed, and its exit code (bash's: 128+n for a signal).</summary>
public sealed record ShellAnswer(int Exit, string Stdout, string Stderr);
