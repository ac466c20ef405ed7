namespace Acceptance.Cli.Twins.Running;

/// <summary>What the user asked of one `twin run`.</summary>
/// <param name="Here">The command starts in the current folder.</param>
/// <param name="Rewrite">Texts that name the real cloud's addresses are rewritten.</param>
/// <param name="Fill">Placeholders and their values, before the table's own.</param>
/// <param name="Uncontained">The kernel does not keep the command's writes inside the twin.</param>
internal sealed record RunWishes(bool Here, bool Rewrite, IReadOnlyDictionary<string, string> Fill, bool Uncontained);
