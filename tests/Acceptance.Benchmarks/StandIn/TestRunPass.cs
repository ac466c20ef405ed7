namespace Acceptance.Benchmarks.StandIn;

/// <summary>How many tests passed, and what they took together.</summary>
internal sealed record TestRunPass(int Passed, TimeSpan Wall, TimeSpan Processor);
