namespace Acceptance.Cloud.Shells;

/// <summary>What is done on a condition: by if and elif once, by while and until again and again.</summary>
public sealed record ShellBranch(IReadOnlyList<ShellStatement> Condition, IReadOnlyList<ShellStatement> Body);
