using System.Text;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Shells;
using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.Personas.Juju;

/// <summary>juju ssh and juju exec: commands in real shells on units and machines.</summary>
internal static class JujuRemote
{
    private static readonly string[] SshTakes = ["-m", "--model", "--container"];

    private static readonly string[] SshFlags = ["--pty", "--proxy", "--no-host-key-checks", "--remote", "-q"];

    private static readonly string[] ExecTakes =
    [
        "-m",
        "--model",
        "-u",
        "--unit",
        "-a",
        "--app",
        "--application",
        "--machine",
        "--format",
        "--wait",
        "-o",
        "--output",
        "--execution-group",
    ];

    private static readonly string[] ExecFlags =
    [
        "--all",
        "--background",
        "--utc",
        "--parallel",
        "--color",
        "--no-color",
    ];

    /// <summary>How long `juju ssh` tries a machine that is down.</summary>
    private static readonly TimeSpan SshGivesUp = TimeSpan.FromSeconds(63);

    private static readonly TimeSpan ExecWaits = TimeSpan.FromMinutes(5);

    public static async Task<int> Ssh(PersonaCall call, IReadOnlyList<string> argv)
    {
        var arguments = Arguments.Parse(argv, SshTakes, SshFlags, stopAtOperands: 1);
        if (JujuPersona.Refused(call, arguments) is { } refused)
            return refused;
        if (arguments.Operands.Count == 0)
            return call.Fail(1, "ERROR no target name specified");
        string[] words = [.. arguments.Operands.Skip(1), .. arguments.Rest ?? []];
        if (words is ["--", ..])
            words = words[1..];
        var (name, user) = arguments.Operands[0].Split('@', 2) is [var u, var n]
            ? (n, u)
            : (arguments.Operands[0], "ubuntu");
        if (Machine(call, name) is not { } machine)
            return call.Fail(1, $"ERROR {(IsUnit(name) ? $"unit \"{name}\"" : $"machine {name}")} not found");
        if (!machine.AgentUp)
        {
            await call.Sleep(SshGivesUp);
            return call.Fail(1, $"ERROR cannot connect to any address: [{machine.PrimaryAddress}:22]");
        }

        var order = new ShellOrder(words.Length == 0 ? null : string.Join(' ', words))
        {
            User = user,
            Terminal = arguments.Value("--pty") == "true" || (call.Stdin == StdinKind.Tty && words.Length == 0),
        };
        return await call.RunScript(call.Shells.Script(call.Shells.Of(machine), order), StdinOf(call));
    }

    private static bool IsUnit(string name) =>
        name.Contains('/', StringComparison.Ordinal) && !name.Contains("lxd", StringComparison.Ordinal);

    private static StdinUse StdinOf(PersonaCall call) =>
        call.Stdin switch
        {
            StdinKind.Null => StdinUse.Null,
            StdinKind.Tty => StdinUse.Pass,
            _ => StdinUse.Greedy,
        };

    public static async Task<int> Exec(PersonaCall call, IReadOnlyList<string> argv)
    {
        var arguments = Arguments.Parse(argv, ExecTakes, ExecFlags);
        if (JujuPersona.Refused(call, arguments) is { } refused)
            return refused;
        if (arguments.Has("--background"))
            throw new NotEmulatedException("juju exec --background");
        string[] words = [.. arguments.Operands, .. arguments.Rest ?? []];
        if (words.Length == 0)
            return call.Fail(1, "ERROR no commands specified");
        var units = Targets(call, arguments, out var missing);
        if (missing is not null)
            return call.Fail(1, $"ERROR {missing}");
        if (units.Count == 0)
            return call.Fail(1, "ERROR no units or machines specified");
        var command = words.Length == 1 ? words[0] : string.Join(' ', words.Select(ShellQuoting.QuoteIfNeeded));
        var operation = Begin(call, "juju-exec", new Dictionary<string, string> { ["command"] = command }, units);
        JujuUnit[] answering = [.. units.Where(unit => !unit.Lost)];
        await Carry(call, operation, command, answering);
        if (answering.Length < units.Count)
            await call.Sleep(JujuDuration.Parse(arguments.Value("--wait")) ?? ExecWaits);
        return Report(call, arguments, operation);
    }

    /// <summary>Runs a command on the units that answer, all at once, and completes their tasks.</summary>
    private static async Task Carry(PersonaCall call, JujuOperation operation, string command, JujuUnit[] answering)
    {
        var collected = await call.Collect([
            .. answering.Select(unit =>
                call.Shells.BareScript(call.Shells.Of(unit.Machine), new ShellOrder(command) { Unit = unit.Name })
            ),
        ]);
        lock (call.World.Gate)
        {
            foreach (var (unit, answer) in answering.Zip(collected))
                operation
                    .Tasks.First(task => task.Unit == unit.Name)
                    .Complete(Results(answer, call.Shells.Of(unit.Machine)), call.World.Now);
        }
    }

    internal static JujuOperation Begin(
        PersonaCall call,
        string action,
        IReadOnlyDictionary<string, string> parameters,
        IReadOnlyList<JujuUnit> units
    )
    {
        JujuOperation operation;
        lock (call.World.Gate)
            operation = call.World.Juju.Operations.Begin(
                action,
                parameters,
                units.Select(unit => unit.Name),
                call.World.Now
            );
        call.Err($"Running operation {operation.Id} with {(units.Count == 1 ? "1 task" : $"{units.Count} tasks")}\n");
        foreach (var task in operation.Tasks)
            call.Err($"  - task {task.Id} on unit-{task.Unit.Replace('/', '-')}\n");
        call.Err("\n");
        return operation;
    }

    /// <summary>Prints an operation's outcome, and says on stderr which tasks failed or never answered.</summary>
    internal static int Report(PersonaCall call, Arguments arguments, JujuOperation operation)
    {
        var done = operation.Tasks.Where(task => task.Completed is not null).ToList();
        foreach (var task in operation.Tasks)
            call.Err($"Waiting for task {task.Id}...\n");
        if (arguments.Value("--format") is "json" or "yaml")
        {
            var all = new JsonObject();
            foreach (var task in done.OrderBy(task => task.Unit, StringComparer.Ordinal))
                all[task.Unit] = JujuTaskDocument.Of(task, operation);
            JujuPersona.Show(call, arguments, all, null);
        }
        else
        {
            foreach (var task in done)
                JujuTaskDocument.Plain(call, task, operation, done.Count > 1);
        }

        var silent = operation.Tasks.Except(done).Select(task => $"unit {task.Unit}").ToList();
        if (silent.Count > 0)
            return call.Fail(1, $"ERROR timed out waiting for results from: {string.Join(", ", silent)}");
        var failed = done.Where(task => task.Status == "failed" || ReturnCode(task) is int and > 0).ToList();
        return failed.Count == 0 ? 0 : call.Fail(1, Failures(failed));
    }

    private static object? ReturnCode(JujuTask task) => task.Results.GetValueOrDefault("return-code");

    private static string Failures(List<JujuTask> failed)
    {
        var lines = failed.Select(task => $" - id \"{task.Id}\" with return code {ReturnCode(task) ?? 1}");
        return $"ERROR the following {(failed.Count == 1 ? "task" : "tasks")} failed:\n"
            + $"{string.Join('\n', lines)}\n\n"
            + $"use 'juju show-task' to inspect the failure{(failed.Count == 1 ? "" : "s")}\n";
    }

    internal static List<JujuUnit> Targets(PersonaCall call, Arguments arguments, out string? missing)
    {
        lock (call.World.Gate)
        {
            var juju = call.World.Juju;
            missing = null;
            var units = new List<JujuUnit>();
            foreach (
                var name in arguments
                    .Values("-u", "--unit")
                    .SelectMany(list =>
                        list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    )
            )
            {
                if (Unit(juju, name) is { } unit)
                    units.Add(unit);
                else
                    missing ??= $"unit \"{name}\" not found";
            }

            foreach (var name in arguments.Values("-a", "--app", "--application").SelectMany(list => list.Split(',')))
            {
                if (juju.FindApplication(name) is { } application)
                    units.AddRange(application.Units);
                else
                    missing ??= $"application \"{name}\" not found";
            }

            if (arguments.Has("--all"))
                units.AddRange(juju.Units.Where(unit => unit.Principal is null));
            if (arguments.Has("--machine"))
                throw new NotEmulatedException("juju exec --machine");
            return units;
        }
    }

    /// <summary>"vault/0", "vault/leader".</summary>
    internal static JujuUnit? Unit(JujuModel juju, string name) =>
        name.EndsWith("/leader", StringComparison.Ordinal)
            ? juju.FindApplication(name[..^7])?.Leader
            : juju.FindUnit(name);

    private static JujuMachine? Machine(PersonaCall call, string name)
    {
        lock (call.World.Gate)
            return call.World.Juju.FindMachine(name) ?? Unit(call.World.Juju, name)?.Machine;
    }

    private static Dictionary<string, object> Results(Collected answer, ShellHost host)
    {
        var results = new Dictionary<string, object> { ["return-code"] = answer.Exit };
        if (answer.Stdout.Length > 0)
            results["stdout"] = PathMapping.Back(Encoding.UTF8.GetString(answer.Stdout), host);
        if (answer.Stderr.Length > 0)
            results["stderr"] = PathMapping.Back(Encoding.UTF8.GetString(answer.Stderr), host);
        return results;
    }
}
