using System.Text;
using Acceptance.Cloud.Shells;

namespace Acceptance.Cloud.Files;

/// <summary>
/// A folder in which we write for its owner alone: folders 0700, files 0600, each under a name that nobody can guess
/// and then renamed, so that a reader sees the old text or the new one and a link that waits under a known name is
/// replaced and never written through. Who asks for it lets others read (reports), and never write.
/// </summary>
public sealed class PrivateFolder
{
    private const UnixFileMode OfFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode ToRead = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly UnixFileMode _ofFile;

    private PrivateFolder(string path, UnixFileMode ofFile)
    {
        Path = path;
        _ofFile = ofFile;
    }

    public string Path { get; }

    // Who may read what is in a folder may enter it.
    private UnixFileMode OfFolder => _ofFile | (UnixFileMode)((int)(_ofFile & ToRead) >> 2);

    /// <summary>Made where it is missing; one that is there keeps the mode that its owner gave it.</summary>
    /// <param name="ofFile">The mode of what is written in it; a folder has the same, and may be entered.</param>
    public static PrivateFolder Make(string path, UnixFileMode ofFile = OfFile)
    {
        var folder = new PrivateFolder(path, ofFile);
        if (!Directory.Exists(path))
        {
            Directory.CreateDirectory(path, folder.OfFolder);
            folder.Admit(path, folder.OfFolder);
        }

        return folder;
    }

    /// <summary>
    /// The same, for what we shall believe when we read it again: throws <see cref="NotPrivateException"/> where the
    /// folder is another user's, or others may write it.
    /// </summary>
    public static PrivateFolder Own(string path)
    {
        var folder = Make(path);
        if (new[] { false, true }.Select(followed => FileStanding.At(path, followed)).FirstOrDefault(Foreign) is { } at)
            throw new NotPrivateException(
                $"the folder {path} {Fault(at)}, so nothing in it is believed: "
                    + (at.IsShared ? "name a folder of your own" : $"{Mending(at, "700", path)} mends it")
            );
        return folder;
    }

    /// <summary>
    /// Lets nobody in who may not read: for what others of this process write there with modes of their own. A folder
    /// of another user is left as it is.
    /// </summary>
    public void KeepOthersOut()
    {
        if (FileStanding.At(Path, followed: true) is { IsOurs: true })
            File.SetUnixFileMode(Path, OfFolder);
    }

    /// <summary>Removes what killed runs left here of what they were writing; what a living one writes stays.</summary>
    public void SweepUnfinished() => UnfinishedPart.SweepBelow(this);

    /// <summary>A folder in this one, ours alone as <see cref="Own"/> has it, which nobody else may read.</summary>
    public PrivateFolder Folder(string name)
    {
        var folder = Own(In(name));
        File.SetUnixFileMode(folder.Path, folder.OfFolder);
        return folder;
    }

    /// <summary>The path of a name in it.</summary>
    public string In(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>
    /// Throws <see cref="NotPrivateException"/> where a file that we shall believe or add to is a link or another
    /// user's, or others may write it; one that others may only read is theirs to read no more.
    /// </summary>
    public void DemandOurs(string name)
    {
        var path = In(name);
        if (FileStanding.At(path) is not { } at)
            return;
        if (at.IsLink || at.Names > 1)
            throw new NotPrivateException(
                $"{path} is a link to a file elsewhere, which is no place of ours to write: look where it leads, then "
                    + ShellQuoting.Line(["rm", path])
            );
        if (Foreign(at))
            throw new NotPrivateException(
                $"{path} {Fault(at)}, so it is not believed: look into it, then {Mending(at, "600", path)}"
            );
        File.SetUnixFileMode(path, OfFile);
    }

    /// <summary>Opens a file that stays (a journal, a lock), once it is <see cref="DemandOurs"/>.</summary>
    public FileStream Open(string name, FileMode mode, FileAccess access, FileShare share)
    {
        // No link is put there between the look and the opening: the folder is ours alone.
        DemandOurs(name);
        return Opened(In(name), mode, access, share);
    }

    /// <summary>Writes a file that is not there yet; a link under its name is an error.</summary>
    public void Create(string name, string text) => WriteNew(In(name), text);

    /// <summary>Writes a file whole or not at all; what lay under the name is replaced.</summary>
    public void Replace(string name, string text)
    {
        using var part = new UnfinishedPart(this, name);
        WriteNew(part.Path, text);
        File.Move(part.Path, In(name), overwrite: true);
    }

    /// <summary>The same with a folder: it is exchanged whole, so nothing that lay in the old one stays.</summary>
    public void ReplaceFolder(string name, Action<PrivateFolder> fill)
    {
        using var part = new UnfinishedPart(this, name);
        fill(Make(part.Path, _ofFile));
        if (FileStanding.At(In(name)) is { IsLink: true })
            File.Delete(In(name));
        else if (Directory.Exists(In(name)))
            Directory.Move(In(name), part.Replaced);
        Directory.Move(part.Path, In(name));
    }

    private void WriteNew(string path, string text)
    {
        using var stream = Opened(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        Admit(path, _ofFile);
        stream.Write(Utf8.GetBytes(text));
    }

    private static FileStream Opened(string path, FileMode mode, FileAccess access, FileShare share) =>
        new(
            path,
            new FileStreamOptions
            {
                Mode = mode,
                Access = access,
                Share = share,
                UnixCreateMode = OfFile,
            }
        );

    // What the process's umask took away of what others shall read.
    private void Admit(string path, UnixFileMode mode)
    {
        if (_ofFile != OfFile)
            File.SetUnixFileMode(path, mode);
    }

    // The permissions of a link say nothing: those of what it leads to do.
    private static bool Foreign(FileStanding? at) =>
        at is not null && (!at.IsOurs || (at.OthersMayWrite && !at.IsLink));

    private static string Fault(FileStanding at) =>
        at.IsOurs ? $"may be written by others (mode {at.Octal})" : $"belongs to another user (uid {at.Owner})";

    private static string Mending(FileStanding at, string mode, string path) =>
        ShellQuoting.Line(at.IsOurs ? ["chmod", mode, path] : ["chown", $"{FileStanding.Us}", path]);
}
