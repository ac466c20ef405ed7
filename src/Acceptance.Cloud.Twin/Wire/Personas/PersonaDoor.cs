using System.Security.Cryptography;
using System.Text;

namespace Acceptance.Cloud.Twin.Wire.Personas;

/// <summary>
/// Where the personas call, and by which words they and their twin know each other: drawn for this twin, kept in a file
/// of its home that only its user reads. It is a port and no Unix socket, for bash opens nothing else by itself, and a
/// client of its own would double what a persona's start costs.
/// </summary>
internal sealed class PersonaDoor(string home, string address, int port)
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly byte[] _caller = Word();
    private readonly byte[] _twin = Word();

    public string Address { get; } = address;

    public int Port { get; } = port;

    /// <summary>
    /// Two lines: the word a caller begins with, and the one that the twin answers before it is believed.
    /// </summary>
    public string File { get; } = Path.Combine(home, ".twin", "door");

    /// <summary>What the twin answers to the right word.</summary>
    public string Answer => Encoding.ASCII.GetString(_twin) + "\n";

    public bool Opens(string word) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(word), _caller);

    public void Furnish()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Private;
        using var written = new FileStream(File, options);
        written.Write([.. _caller, (byte)'\n', .. _twin, (byte)'\n']);
    }

    private static byte[] Word() => Encoding.ASCII.GetBytes(RandomNumberGenerator.GetHexString(64, lowercase: true));
}
