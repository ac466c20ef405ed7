using Acceptance.Surroundings;

namespace Acceptance.Runs.Tests.Programs;

/// <summary>A clone of the project that was built: this one, or a copy of what a run needs of it.</summary>
internal sealed class Clone : IDisposable
{
    private readonly bool _copied;

    private Clone(string root, bool copied) => (Root, _copied) = (root, copied);

    public string Root { get; }

    public static Clone This { get; } = new(WorkTree.Root, copied: false);

    public string Features => Path.Combine(Root, "tests", "Acceptance.Features", Built, "Acceptance.Features.dll");

    public string Cli => Path.Combine(Root, "src", "Acceptance.Cli", Built, "acceptance.dll");

    /// <summary>bin/CONFIGURATION/FRAMEWORK, as this assembly itself was built.</summary>
    private static string Built =>
        Path.GetRelativePath(
            Path.Combine(WorkTree.Root, "tests", "Acceptance.Runs.Tests"),
            AppContext.BaseDirectory.TrimEnd('/')
        );

    public static string Configuration => Path.GetFileName(Path.GetDirectoryName(Built))!;

    public static Clone Another()
    {
        var root = Directory.CreateTempSubdirectory("another-clone-").FullName;
        foreach (
            var part in (string[])
                [
                    "Acceptance.sln",
                    "features",
                    "sites",
                    Path.GetDirectoryName(Path.GetRelativePath(This.Root, This.Features))!,
                ]
        )
            Copy(Path.Combine(This.Root, part), Path.Combine(root, part));
        return new Clone(root, copied: true);
    }

    public void Dispose()
    {
        if (_copied)
            Directory.Delete(Root, recursive: true);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        if (File.Exists(from))
        {
            File.Copy(from, to);
            return;
        }

        Directory.CreateDirectory(to);
        foreach (var entry in Directory.EnumerateFileSystemEntries(from))
            Copy(entry, Path.Combine(to, Path.GetFileName(entry)));
    }
}
