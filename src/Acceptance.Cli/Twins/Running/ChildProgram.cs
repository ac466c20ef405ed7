using System.ComponentModel;
using System.Diagnostics;

namespace Acceptance.Cli.Twins.Running;

/// <summary>The command of a `twin run`: it has our terminal, our input and our output, and the environment that it is given and no other.</summary>
internal sealed class ChildProgram(IReadOnlyList<string> words, IReadOnlyDictionary<string, string> environment, string folder, TextWriter error)
{
    // What a shell says of a command that it does not find, or that it cannot start.
    private const int NotFound = 127;
    private const int NotExecutable = 126;

    public async Task<int> Run(PassedSignals signals, string mark)
    {
        if (Find(words[0]) is not { } program)
        {
            error.WriteLine($"acceptance twin run: {words[0]}: not found on the PATH of the twin's world ({environment["PATH"]}).");
            return NotFound;
        }

        var start = new ProcessStartInfo(program, words.Skip(1)) { UseShellExecute = false, WorkingDirectory = folder };
        start.Environment.Clear();
        foreach (var (name, value) in environment) start.Environment[name] = value;
        try
        {
            using var process = Process.Start(start)!;
            signals.PassTo(mark);
            await process.WaitForExitAsync();
            return process.ExitCode;
        }
        catch (Win32Exception unable)
        {
            error.WriteLine($"acceptance twin run: {program} cannot be started: {unable.Message.TrimEnd('.')}.");
            return NotExecutable;
        }
    }

    /// <summary>As a shell finds it: a word with a slash is a path, any other is looked for on the world's PATH.</summary>
    private string? Find(string word)
    {
        if (word.Contains('/', StringComparison.Ordinal)) return File.Exists(word) ? Path.GetFullPath(word) : null;
        return environment["PATH"].Split(':').Select(folder => Path.Combine(folder, word)).FirstOrDefault(IsProgram);
    }

    private static bool IsProgram(string path) =>
        File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);
}
