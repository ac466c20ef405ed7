namespace Acceptance.Benchmarks.Asserts;

/// <summary>One sweep, whoever made it, and what the twin saw of it.</summary>
/// <param name="Wall">From exec to exit.</param>
/// <param name="Requests">That reached the twin's services.</param>
/// <param name="Programs">That were started in the twin's world.</param>
/// <param name="Processor">Of the process itself, what it started left out.</param>
/// <param name="Memory">The most that ever lay in it.</param>
internal sealed record SweepRun(TimeSpan Wall, int Requests, int Programs, TimeSpan Processor, long Memory);
