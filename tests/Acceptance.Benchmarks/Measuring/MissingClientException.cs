namespace Acceptance.Benchmarks.Measuring;

/// <summary>A real client that the comparison needs is not here: the message says which, and what to install.</summary>
internal sealed class MissingClientException(string message) : Exception(message);
