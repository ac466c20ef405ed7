using System.ComponentModel;
using System.Diagnostics;
using Acceptance.Cli.Twins.Fence;

namespace Acceptance.Cli.Twins.Running;

/// <summary>
/// The command of a `twin run`: it has our terminal, our input and our output, and the environment that it is given
/// and no other.
/// </summary>
internal sealed class ChildProgram(
    IReadOnlyList<string> words,
    IReadOnlyDictionary<string, string> environment,
    string folder,
    TextWriter error
)
{
    // What a shell says of a command that it does not find, or that it cannot start.
    private const int NotFound = 127;
    private const int NotExecutable = 126;

    /// <summary>
    /// The folders that it may write beneath, where the kernel can hold it to them; null: it is not held.
    /// </summary>
    public IReadOnlyList<string>? Writes { get; init; }

    /// <summary>What all that it starts carries.</summary>
    public LimitMark? Mark { get; init; }

    public async Task<int> Run(PassedSignals signals, string mark)
    {
        if (Find(words[0]) is not { } program)
        {
            error.WriteLine(
                $"acceptance twin run: {words[0]}: not found on the PATH of the twin's world ({environment["PATH"]})."
            );
            return NotFound;
        }

        var start = new ProcessStartInfo(program, words.Skip(1)) { UseShellExecute = false, WorkingDirectory = folder };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        try
        {
            using var process = Begin(start);
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

    /// <summary>
    /// Started by a thread of its own: what holds the thread holds what it starts, and this program goes on free.
    /// </summary>
    private Process Begin(ProcessStartInfo start)
    {
        if (Writes is not { } folders)
            return Marked(start);
        var begun = new TaskCompletionSource<Process>();
        var thread = new Thread(() =>
        {
            try
            {
                Enclose(folders, start);
                begun.SetResult(Marked(start));
            }
            catch (Exception unable)
            {
                begun.SetException(unable);
            }
        });
        thread.Start();
        thread.Join();
        return begun.Task.GetAwaiter().GetResult();
    }

    private Process Marked(ProcessStartInfo start) =>
        Mark is null ? Process.Start(start)! : Mark.On(() => Process.Start(start)!);

    /// <summary>
    /// What it may write, and whom it may reach. Where the kernel cannot keep it from the real cloud, the shell reads
    /// each command before it runs.
    /// </summary>
    private void Enclose(IReadOnlyList<string> folders, ProcessStartInfo start)
    {
        var snaps = UsesSnaps();
        var contained = !snaps && Containment.Enter(folders);
        if (!snaps && !contained)
            error.WriteLine(
                "acceptance twin run: this kernel has no Landlock (Linux 5.13): "
                    + "a write by a path of the command's own would not be held back; "
                    + "rehearse nothing here that destroys."
            );
        var block = new Uri(environment["ACCEPTANCE_CONTROL"]).Host.Split('.')[1];
        var held = contained && Containment.HoldsSignals;
        var world = new FencedWorld(folders) { Mark = Mark, KernelHoldsNames = held };
        if (LoopbackFence.Enter(keepsPrivileges: snaps, signals: !held) is { } listener)
            FenceWatch.Over(
                listener,
                world,
                wanted =>
                    error.WriteLine($"acceptance twin run: {wanted}; the twin has the runbooks' 10.12 as 127.{block}.")
            );
        else
            start.Environment["BASH_ENV"] = ReadBefore.Write(environment["HOME"], block);
    }

    /// <summary>A client from a snap gains privileges when it starts, which the kernel's fence takes from it.</summary>
    private bool UsesSnaps() =>
        new[] { "openstack", "kubectl" }.Any(client =>
            Find(client)?.StartsWith("/snap/", StringComparison.Ordinal) == true
        );

    /// <summary>
    /// As a shell finds it: a word with a slash is a path, any other is looked for on the world's PATH.
    /// </summary>
    private string? Find(string word)
    {
        if (word.Contains('/', StringComparison.Ordinal))
            return File.Exists(word) ? Path.GetFullPath(word) : null;
        return environment["PATH"].Split(':').Select(folder => Path.Combine(folder, word)).FirstOrDefault(IsProgram);
    }

    private static bool IsProgram(string path) =>
        File.Exists(path)
        && (
            OperatingSystem.IsWindows()
            || (
                File.GetUnixFileMode(path)
                & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)
            ) != 0
        );
}
