namespace Acceptance.Benchmarks.StandIn;

/// <summary>The same tests twice in one process.</summary>
internal sealed record TestRunResult(TestRunPass Cold, TestRunPass Again);
