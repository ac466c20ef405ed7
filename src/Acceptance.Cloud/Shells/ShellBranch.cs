namespace Acceptance.Cloud.Shells;

/// <summary>What is done on a condition: by if and elif once, by while and until as long as it holds or does not.</summary>
public sealed record ShellBranch(IReadOnlyList<ShellStatement> Condition, IReadOnlyList<ShellStatement> Body);
