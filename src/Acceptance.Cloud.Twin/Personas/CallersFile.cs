namespace Acceptance.Cloud.Twin.Personas;

/// <summary>
/// A file or folder that a persona's caller named, as the persona found it: with its caller's rights, behind its
/// caller's fence. The twin itself never opens it.
/// </summary>
/// <param name="Kind">"file", "folder", "shut" (it is there and may not be read) or "none".</param>
/// <param name="Mode">A file's permission bits.</param>
/// <param name="Text">A file's text; a folder's names, a line each.</param>
internal sealed record CallersFile(string Kind, UnixFileMode Mode, string Text)
{
    public static CallersFile None { get; } = new("none", default, "");

    public bool IsFile => Kind == "file";

    public bool IsThere => Kind != "none";

    public string? TextOrNull => IsFile ? Text : null;

    public IReadOnlyList<string> Lines => IsThere ? Text.TrimEnd('\n').Split('\n') : [];
}
