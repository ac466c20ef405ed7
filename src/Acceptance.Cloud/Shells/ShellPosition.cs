namespace Acceptance.Cloud.Shells;

/// <summary>A place in a text.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in characters.</param>
public readonly record struct ShellPosition(int Line, int Column);
