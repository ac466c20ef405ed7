using System.Diagnostics;
using System.Globalization;

namespace Acceptance.Conformance.Tests.Worlds;

/// <summary>However a run ends, nothing of it is left: no process, no home, no address block taken.</summary>
public sealed class LifetimeTests
{
    /// <summary>A file in the home of a run that a test has been told of.</summary>
    private const string Mark = ".told";

    // Says where it lives and who it is; then a persona that hangs, a real program and a shell wait without end.
    private const string Waiting =
        "echo \"$HOME $$ $ACCEPTANCE_RUN\"; sleep infinity & tail -f /dev/null & tail -f /dev/null";

    [Test]
    public async Task A_killed_twin_takes_its_command_and_its_home_with_it()
    {
        using var run = TwinRun.Start(["--", "bash", "-c", Waiting]);
        var (home, _, mark) = await Told(run);
        var sockets = Listening(home);
        sockets.Should().NotBeEmpty();
        var guard = Children(run.Id)
            .Single(child => CommandLine(child).Contains("acceptance-guard", StringComparison.Ordinal));
        using var guarding = Process.GetProcessById(guard);
        run.Kill();
        // Its output ends when the last that holds it has ended.
        await TwinRun.End(run);
        await guarding.WaitForExitAsync();
        Marked(mark).Should().BeEmpty();
        IsOurs(home).Should().BeFalse();
        Listening(home).Should().NotIntersectWith(sockets);
    }

    [Test]
    public async Task A_killed_command_ends_the_run_with_what_it_left_running()
    {
        using var run = TwinRun.Start(["--", "bash", "-c", Waiting]);
        var (home, shell, mark) = await Told(run);
        var sockets = Listening(home);
        sockets.Should().NotBeEmpty();
        using (var killed = Process.GetProcessById(shell))
            killed.Kill();
        (await TwinRun.End(run)).Exit.Should().Be(128 + 9);
        Marked(mark).Should().BeEmpty();
        IsOurs(home).Should().BeFalse();
        Listening(home).Should().NotIntersectWith(sockets);
    }

    [TestCase("TERM", 15)]
    [TestCase("INT", 2)]
    [TestCase("HUP", 1)]
    public async Task A_signal_is_passed_on_and_the_commands_own_end_is_the_runs(string signal, int number)
    {
        using var run = TwinRun.Start([
            "--",
            "bash",
            "-c",
            $"trap 'echo heard; exit {40 + number}' {signal}; echo \"$HOME $$ $ACCEPTANCE_RUN\"; while :; "
                + "do read -r -t 0.05 _ </dev/zero; done",
        ]);
        var (home, _, _) = await Told(run);
        using (var kill = Process.Start("kill", [$"-{signal}", run.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        var ended = await TwinRun.End(run);
        ended.Output.Should().EndWith("heard\n");
        ended.Exit.Should().Be(40 + number);
        IsOurs(home).Should().BeFalse();
    }

    [Test]
    public async Task What_does_not_heed_a_signal_is_killed_by_a_later_one()
    {
        using var run = TwinRun.Start([
            "--",
            "bash",
            "-c",
            "trap '' TERM; echo \"$HOME $$ $ACCEPTANCE_RUN\"; while :; do read -r -t 0.05 _ </dev/zero; done",
        ]);
        var (home, _, mark) = await Told(run);
        var sent = 0;
        do
        {
            using var kill = Process.Start("kill", ["-TERM", run.Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
            sent++;
        } while (!run.WaitForExit(200));
        run.ExitCode.Should().Be(128 + 9);
        sent.Should().BeGreaterThan(1, "the first is the command's to heed");
        Marked(mark).Should().BeEmpty();
        IsOurs(home).Should().BeFalse();
    }

    /// <summary>
    /// The command's child has the terminal when Ctrl-C is typed; it dies of it, and the command says how the run
    /// ends.
    /// </summary>
    [Test]
    public async Task The_terminal_is_the_commands()
    {
        var (exit, seen, rest) = await Typed(
            "",
            "tty; bash -ic \"set -o\" | grep monitor; trap \"echo interrupted; exit 9\" INT; "
                + "bash -c \"echo ready; exec cat\"",
            "\u0003"
        );
        seen.Should().Contain("/dev/pts/").And.NotContain("no job control").And.MatchRegex(@"monitor\s+on");
        rest.Should().Contain("interrupted");
        exit.Should().Be(9);
    }

    /// <summary>
    /// Started with SIGINT ignored, as nohup and background jobs are: then it is ignored by the command and by the
    /// run, and both go on.
    /// </summary>
    [Test]
    public async Task An_ignored_interrupt_stays_ignored()
    {
        var (exit, _, rest) = await Typed(
            "trap \"\" INT; ",
            "echo ready; read -r line; echo \"got $line\"; exit 7",
            "\u0003went on\n"
        );
        rest.Should().Contain("got went on");
        exit.Should().Be(7);
    }

    /// <summary>
    /// script gives the run a terminal of its own and types; the shell that it starts becomes the run, so that no
    /// other program is interrupted.
    /// </summary>
    private static async Task<(int Exit, string Seen, string After)> Typed(string before, string command, string keys)
    {
        var cli = typeof(Acceptance.Cli.CommandLine).Assembly.Location;
        using var script = TwinRun.Start(
            "script",
            ["-qec", $"{before}exec dotnet {cli} twin run -- bash -c '{command}'", "/dev/null"]
        );
        var seen = "";
        while (
            !seen.Contains("ready", StringComparison.Ordinal) && await script.StandardOutput.ReadLineAsync() is { } line
        )
            seen += line + "\n";
        await script.StandardInput.WriteAsync(keys);
        await script.StandardInput.FlushAsync();
        var rest = await script.StandardOutput.ReadToEndAsync();
        await script.WaitForExitAsync();
        return (script.ExitCode, seen, rest);
    }

    [Test]
    public async Task The_home_of_a_twin_that_was_killed_is_swept_by_the_next_start()
    {
        var homes = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"homes-{Guid.NewGuid():N}");
        var stale = Path.Combine(homes, "acceptance-twins", "127.231");
        Directory.CreateDirectory(Path.Combine(stale, "bin"));
        await File.WriteAllTextAsync(Path.Combine(stale, "admin-openrc"), "");
        await using (var twin = Acceptance.Cloud.Twin.Twin.Start(new() { HomesUnder = homes }))
        {
            Directory.Exists(stale).Should().BeFalse();
            Directory.Exists(twin.Home).Should().BeTrue();
            await using var other = Acceptance.Cloud.Twin.Twin.Start(new() { HomesUnder = homes });
            Directory.Exists(twin.Home).Should().BeTrue("a living twin's home is its own");
        }

        Directory.Delete(homes, recursive: true);
    }

    [Test]
    public async Task Nothing_listens_outside_of_loopback()
    {
        using var run = TwinRun.Start(["--", "bash", "-c", "echo \"$HOME $$ $ACCEPTANCE_RUN\"; read -r _"]);
        await Told(run);
        var sockets = Directory
            .EnumerateFiles($"/proc/{run.Id}/fd")
            .Select(file => new FileInfo(file).LinkTarget ?? "")
            .Where(target => target.StartsWith("socket:[", StringComparison.Ordinal))
            .Select(target => target[8..^1])
            .ToHashSet();
        var listening = new[] { "tcp", "tcp6", "udp", "udp6" }
            .SelectMany(table => File.ReadLines($"/proc/{run.Id}/net/{table}").Skip(1))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => sockets.Contains(fields[9]) && fields[3] is "0A" or "07")
            .Where(fields => sockets.Contains(fields[9]))
            .Select(fields => fields[1])
            .ToList();
        await TwinRun.End(run, "\n");
        listening.Should().HaveCountGreaterThan(10);
        // Eight digits of an IPv4 address in the machine's order: the last two are its first octet, and IPv6 has
        // thirty-two.
        listening.Should().OnlyContain(address => address.Length == 13 && address.Substring(6, 2) == "7F");
    }

    private static async Task<(string Home, int Shell, string Mark)> Told(Process run)
    {
        var words = (await run.StandardOutput.ReadLineAsync())!.Split(' ');
        await File.WriteAllTextAsync(Path.Combine(words[0], Mark), "");
        return (words[0], int.Parse(words[1], CultureInfo.InvariantCulture), words[2]);
    }

    private static IEnumerable<int> Children(int process) =>
        Directory
            .EnumerateDirectories($"/proc/{process}/task")
            .SelectMany(thread => ChildrenOf(thread).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(child => int.Parse(child, CultureInfo.InvariantCulture));

    // A thread that has ended since it was listed has none.
    private static string ChildrenOf(string thread)
    {
        try
        {
            return File.ReadAllText($"{thread}/children");
        }
        catch (IOException) when (!Directory.Exists(thread))
        {
            return "";
        }
    }

    private static string CommandLine(int process) => File.ReadAllText($"/proc/{process}/cmdline");

    private static List<string> Marked(string mark) =>
        [
            .. Directory
                .EnumerateDirectories("/proc")
                .Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0]))
                .Where(folder => Carries(folder, mark)),
        ];

    private static bool Carries(string process, string mark)
    {
        try
        {
            return File.ReadAllText($"{process}/environ").Contains(mark, StringComparison.Ordinal)
                && !File.ReadAllText($"{process}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>
    /// Whether the home is that of the run that was told: another twin may have the block, and the name, right after
    /// it.
    /// </summary>
    private static bool IsOurs(string home) => File.Exists(Path.Combine(home, Mark));

    /// <summary>
    /// The inodes of the sockets that listen in the block of this home, with which a run's own are known when another
    /// twin has taken the block right after it.
    /// </summary>
    private static HashSet<string> Listening(string home)
    {
        var block = int.Parse(Path.GetExtension(home)[1..], CultureInfo.InvariantCulture);
        var network = string.Create(CultureInfo.InvariantCulture, $"{block:X2}7F:");
        return
        [
            .. File.ReadLines("/proc/net/tcp")
                .Skip(1)
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(fields => fields[3] == "0A" && fields[1][4..].StartsWith(network, StringComparison.Ordinal))
                .Select(fields => fields[9]),
        ];
    }
}
