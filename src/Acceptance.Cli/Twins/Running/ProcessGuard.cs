using System.Diagnostics;
using Acceptance.Cli.Twins.Fence;

namespace Acceptance.Cli.Twins.Running;

/// <summary>
/// Stands beside a run and outlives it: when the run ends, or is killed, no process that carries its mark lives on, in
/// its environment or, where it has cleared that, in its limits;
/// of a killed run the home goes too. It notices by its input, which ends with us however we end.
/// </summary>
internal sealed class ProcessGuard : IDisposable
{
    // It works in the home's own folder: another twin may furnish the same path as soon as the block is free, and
    // that one must stay.
    private const string Script = """
        exec >/dev/null 2>&1
        trap '' HUP INT QUIT TERM
        home=$1 mark=$2 limit=$3 word=
        cd "$home" || exit
        read -r word
        for round in {1..50}; do
          # grep's exit code says nothing: processes that end while it reads are errors to it.
          found=$(grep -lzsxF -e "$mark" /proc/[0-9]*/environ; grep -ls -e "$limit" /proc/[0-9]*/limits)
          live=
          # One that has ended and is only not yet noticed has no program any more.
          for path in $found; do [ -e "${path%/*}/exe" ] && live=1 path=${path#/proc/} && kill -KILL "${path%/*}"; done
          [ "$live" ] || break
        done
        [ "$word" = end ] && exit
        rm -rf -- ./* ./.[!.]* ./..?*
        [ . -ef "$home" ] && rmdir -- "$home"
        """;

    private readonly Process _process;

    private ProcessGuard(Process process) => _process = process;

    public static ProcessGuard Over(string home, string mark, LimitMark? limit)
    {
        string[] words =
        [
            .. Program("setsid"),
            .. Program("bash"),
            "-c",
            Script,
            "acceptance-guard",
            home,
            $"{CommandEnvironment.Mark}={mark}",
            limit?.Line ?? "no line of limits",
        ];
        var start = new ProcessStartInfo(words[0], words.Skip(1)) { RedirectStandardInput = true };
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/bin:/bin";
        return new ProcessGuard(Process.Start(start)!);
    }

    /// <summary>The command has ended: what it left running ends too.</summary>
    public async Task End()
    {
        await _process.StandardInput.WriteLineAsync("end");
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
    }

    public void Dispose() => _process.Dispose();

    private static IEnumerable<string> Program(string name) =>
        new[] { "/usr/bin/", "/bin/" }.Select(folder => folder + name).Where(File.Exists).Take(1);
}
