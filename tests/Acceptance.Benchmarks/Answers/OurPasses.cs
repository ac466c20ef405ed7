namespace Acceptance.Benchmarks.Answers;

/// <summary>
/// The pass of a process that has done nothing before, and another one by the same process with drivers, connections
/// and tokens of its own.
/// </summary>
internal sealed record OurPasses(OurAnswers Cold, OurAnswers Again);
