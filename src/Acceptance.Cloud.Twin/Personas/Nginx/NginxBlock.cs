namespace Acceptance.Cloud.Twin.Personas.Nginx;

/// <summary>A block of a vhost and the statements in it, read.</summary>
/// <param name="Name">"http" (the whole), "server", "location".</param>
/// <param name="Place">Where it was opened: "FILE:LINE".</param>
internal sealed record NginxBlock(string Name, NginxBlock? Parent, string Place)
{
    public List<NginxBlock> Inside { get; } = [];

    public List<(string[] Words, string Place)> Statements { get; } = [];

    public IEnumerable<(string[] Words, string Place)> All(string name) =>
        Statements.Where(statement => statement.Words[0] == name);

    /// <summary>The first argument of a directive, here or in the block around; null without it.</summary>
    public string? Value(string name) =>
        All(name).Select(statement => statement.Words[1]).FirstOrDefault() ?? Parent?.Value(name);
}
