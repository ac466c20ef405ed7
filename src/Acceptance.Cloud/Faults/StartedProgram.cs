namespace Acceptance.Cloud.Faults;

/// <summary>A program that somebody started on a host of a twin, as its flight recorder keeps it.</summary>
/// <param name="Arguments">Without the program's name.</param>
/// <param name="AsRoot">It ran as root.</param>
public sealed record StartedProgram(string Program, IReadOnlyList<string> Arguments, bool AsRoot);
