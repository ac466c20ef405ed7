namespace Acceptance.Reporting;

/// <summary>How a report ended.</summary>
/// <param name="Path">Where it lies, or would lie.</param>
/// <param name="Failure">Null when it was written; else one sentence that names the file, what happened and the way
/// out.</param>
public sealed record WrittenReport(string Name, string Path, string? Failure);
