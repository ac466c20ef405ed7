using System.Globalization;

namespace Acceptance.Cloud.Twin;

/// <summary>
/// The folder in which twins have their homes, one a block. A home whose block nobody holds is what a killed twin left.
/// </summary>
internal static class TwinHomes
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const string Ended = ".ended-";

    public static string Under(string? folder) =>
        Path.Combine(folder ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "acceptance-twins");

    /// <summary>Makes a home that its user alone may enter, in a folder of which nobody else learns what it holds.
    /// </summary>
    public static void Create(string home)
    {
        Make(Path.GetDirectoryName(home)!);
        Make(home);
    }

    private static void Make(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, Private);
    }

    /// <summary>Removes what killed twins left.</summary>
    public static void Sweep(string homes)
    {
        if (!Directory.Exists(homes))
            return;
        foreach (var home in Directory.GetDirectories(homes))
        {
            var name = Path.GetFileName(home);
            if (name.Contains(Ended, StringComparison.Ordinal))
                Delete(home);
            else if (
                name.StartsWith("127.", StringComparison.Ordinal)
                && int.TryParse(name[4..], NumberStyles.None, CultureInfo.InvariantCulture, out var block)
                && block is > 0 and < 255
            )
                SetAside(home, block);
        }
    }

    /// <summary>Away with it, whoever else is about to do the same.</summary>
    public static void Remove(string home)
    {
        var ended = $"{home}{Ended}{Guid.NewGuid():N}";
        try
        {
            Directory.Move(home, ended);
        }
        catch (DirectoryNotFoundException)
        {
            // Nothing there.
            return;
        }

        Delete(ended);
    }

    private static void SetAside(string home, int block)
    {
        var ended = $"{home}{Ended}{Guid.NewGuid():N}";
        var moved = false;
        BlockClaim.IsFree(
            block,
            () =>
            {
                try
                {
                    Directory.Move(home, ended);
                    moved = true;
                }
                catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
                {
                    // Another start was faster, or it is not ours to move.
                }
            }
        );
        if (moved)
            Delete(ended);
    }

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception another) when (another is IOException or UnauthorizedAccessException)
        {
            // Another start sweeps it at this very moment, or somebody still writes there: the next start looks again.
        }
    }
}
