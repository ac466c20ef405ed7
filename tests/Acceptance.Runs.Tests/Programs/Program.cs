using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Acceptance.Runs.Tests.Programs;

/// <summary>
/// A program that runs, with the variables named and none of the suite's, the runner's or the build's of this
/// process.
/// </summary>
internal sealed class Program : IDisposable
{
    private static readonly string[] NotInherited =
    [
        "ACCEPTANCE_",
        "VSTEST_",
        "MSBUILD",
        "TESTINGPLATFORM_",
        "OS_",
        "NUNIT",
    ];
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly List<(Func<string, bool> Matches, TaskCompletionSource Seen)> _awaited = [];

    public Program(
        string folder,
        IReadOnlyList<string> words,
        params IReadOnlyList<(string Name, string? Value)> variables
    )
    {
        var start = new ProcessStartInfo(words[0])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        foreach (var word in words.Skip(1))
            start.ArgumentList.Add(word);
        foreach (
            var name in start.Environment.Keys.Where(name => Array.Exists(NotInherited, name.StartsWith)).ToArray()
        )
            start.Environment.Remove(name);
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        // The runner too is started for a moment: see Directory.Build.props.
        start.Environment["DOTNET_TieredPGO"] = "0";
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.Start();
        _process.StandardInput.Close();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    /// <summary>Both streams, as they came.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>Ends when a line that matches was printed; fails with the output when the program ends first.</summary>
    public async Task Printed(Func<string, bool> matches, CancellationToken cancel)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_output)
        {
            if (_output.ToString().Split('\n').Any(matches))
                return;
            _awaited.Add((matches, seen));
        }

        var ended = _process.WaitForExitAsync(cancel);
        if (await Task.WhenAny(seen.Task, ended) == seen.Task)
            return;
        await ended;
        if (!seen.Task.IsCompleted)
            throw new InvalidOperationException($"it ended before it printed what was awaited:\n{Output}");
    }

    public async Task<int> Ended(CancellationToken cancel)
    {
        await _process.WaitForExitAsync(cancel);
        return _process.ExitCode;
    }

    /// <summary>SIGKILL for the whole tree: nothing of it gets a word in.</summary>
    public void Kill() => _process.Kill(entireProcessTree: true);

    /// <summary>
    /// SIGTERM: an interrupt is ignored by all that a shell without job control has put in the background, these
    /// tests included.
    /// </summary>
    public void End() => _ = Signal(_process.Id, 15);

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null)
            return;
        lock (_output)
        {
            _output.AppendLine(line);
            foreach (var (matches, seen) in _awaited.Where(one => one.Matches(line)))
                seen.TrySetResult();
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Signal(int process, int signal);
}
