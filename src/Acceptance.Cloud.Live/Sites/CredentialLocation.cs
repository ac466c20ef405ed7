using Acceptance.Cloud.Files;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Shells;

namespace Acceptance.Cloud.Live.Sites;

/// <summary>
/// Where a location of the site file is on this machine: ~ is the home, a relative path starts at the site file's
/// folder.
/// </summary>
internal sealed record CredentialLocation(string Folder, string Home)
{
    public string PathOf(string location) =>
        location == "~" ? Home
        : location.StartsWith("~/", StringComparison.Ordinal) ? Path.Combine(Home, location[2..])
        : Path.GetFullPath(location, Folder);

    /// <summary>The file's text, or the sentence that says why not.</summary>
    public Reading<string> Text(string location, string what, string field)
    {
        var path = PathOf(location);
        try
        {
            return new Reading<string>.Seen(BoundedFile.Read(path), EvidenceOf(path));
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return Unread<string>(
                $"{what} {path} does not exist: the site's {field} names it; correct the path, or put the file there.",
                path
            );
        }
        catch (Exception closed) when (closed is UnauthorizedAccessException or IOException)
        {
            return Unread<string>(
                $"{what} {path} cannot be read ({closed.Message}): the site's {field} names it; "
                    + $"give it a mode that lets you read it.",
                path
            );
        }
    }

    /// <summary>The sentence about a secret's file that others may read or write; null where none may.</summary>
    public Sentence? Exposed(string location, string what)
    {
        var path = PathOf(location);
        if (!File.Exists(path))
            return null;
        var mode = File.GetUnixFileMode(path);
        if ((mode & OfOthers) == 0)
            return null;
        return $"{what} {path} is open to others of this machine (mode {Convert.ToString((int)mode, 8)}) and holds a "
            + $"secret; `chmod 600 {ShellQuoting.QuoteIfNeeded(path)}` closes it.";
    }

    private const UnixFileMode OfOthers =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>A file of the site that does not serve; the sentence names it.</summary>
    public static Reading<T> Unread<T>(Sentence sentence, string path) =>
        new Reading<T>.Unread(Unreadable.NotOursToRead, sentence, EvidenceOf(path));

    // The file's own date is no fact of the cloud, and its content may be a secret: only its name is shown.
    public static Evidence EvidenceOf(string path) => new($"read {path}", $"ls -l {path}", Excerpt.None, default);
}
