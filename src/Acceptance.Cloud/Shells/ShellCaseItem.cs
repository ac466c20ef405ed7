namespace Acceptance.Cloud.Shells;

/// <summary>An item of a case.</summary>
/// <param name="End">;; or ;&amp; or ;;&amp;; ;; too where the last one leaves it out.</param>
public sealed record ShellCaseItem(IReadOnlyList<ShellToken> Patterns, IReadOnlyList<ShellStatement> Body, string End);
