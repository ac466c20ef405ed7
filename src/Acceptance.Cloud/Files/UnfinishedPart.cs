namespace Acceptance.Cloud.Files;

/// <summary>
/// What is written before it takes its name: under one that nobody can guess, with a file beside it that its writer
/// holds. The kernel frees that one when the writer dies, so that a part whose file can be had is a dead run's.
/// </summary>
internal sealed class UnfinishedPart : IDisposable
{
    private const string Held = ".held";
    private const int Guessless = 32;

    private readonly FileStream _held;

    public UnfinishedPart(PrivateFolder folder, string name)
    {
        Sweep(folder.Path, $".{name}.{new string('?', Guessless)}{Held}", SearchOption.TopDirectoryOnly);
        var unguessable = $".{name}.{Guid.NewGuid():N}";
        Path = folder.In(unguessable);
        _held = folder.Open(unguessable + Held, FileMode.CreateNew, FileAccess.Write, FileShare.None);
    }

    public string Path { get; }

    /// <summary>Where the folder that the part replaces goes.</summary>
    public string Replaced => ReplacedBy(Path);

    /// <summary>Removes what dead runs left in the folder, and in those below it.</summary>
    public static void SweepBelow(PrivateFolder folder) =>
        Sweep(folder.Path, $".*.{new string('?', Guessless)}{Held}", SearchOption.AllDirectories);

    public void Dispose()
    {
        Remove(Path);
        File.Delete(_held.Name);
        _held.Dispose();
    }

    private static string ReplacedBy(string part) => part + ".old";

    private static void Sweep(string folder, string held, SearchOption depth)
    {
        foreach (var left in Directory.GetFiles(folder, held, depth))
        {
            try
            {
                if (FileStanding.At(left) is not { IsOurs: true, IsLink: false })
                    continue;
                using var ended = new FileStream(left, FileMode.Open, FileAccess.Write, FileShare.None);
                Remove(left[..^Held.Length]);
                File.Delete(left);
            }
            catch (Exception alive) when (alive is IOException or UnauthorizedAccessException)
            {
                // Its writer lives, or another run sweeps it.
            }
        }
    }

    private static void Remove(string part)
    {
        foreach (var path in new[] { part, ReplacedBy(part) })
        {
            if (Directory.Exists(path))
                Directory.Delete(path, recursive: true);
            else
                File.Delete(path);
        }
    }
}
