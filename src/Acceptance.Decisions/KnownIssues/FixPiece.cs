namespace Acceptance.Decisions.KnownIssues;

/// <summary>A run of a filled step: prose, or one whole command to copy.</summary>
public sealed record FixPiece(bool IsCommand, string Text);
