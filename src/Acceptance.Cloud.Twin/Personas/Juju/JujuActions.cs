using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.Personas.Juju;

/// <summary>juju run, show-operation and show-task.</summary>
internal static class JujuActions
{
    private static readonly string[] RunTakes = ["-m", "--model", "--wait", "--format", "-o", "--output", "--params"];

    private static readonly string[] RunFlags = ["--background", "--utc", "--string-args", "--color", "--no-color"];

    private static readonly TimeSpan DefaultWait = TimeSpan.FromSeconds(60);

    public static async Task<int> Run(PersonaCall call, IReadOnlyList<string> argv)
    {
        var arguments = Arguments.Parse(argv, RunTakes, RunFlags);
        if (JujuPersona.Refused(call, arguments) is { } refused)
            return refused;
        if (arguments.Has("--background") && arguments.Has("--wait"))
            return call.Fail(1, "ERROR cannot specify both --wait and --background");
        var names = arguments.Operands.TakeWhile(word => word.Contains('/', StringComparison.Ordinal)).ToList();
        if (names.Count == 0)
            return call.Fail(1, "ERROR no unit specified");
        if (arguments.Operands.Count == names.Count)
            return call.Fail(1, "ERROR no action specified");
        var action = arguments.Operands[names.Count];
        List<JujuUnit> units = [];
        foreach (var name in names)
        {
            if (JujuRemote.Unit(call.World.Juju, name) is not { } unit)
                return call.Fail(1, $"ERROR unit \"{name}\" not found");
            units.Add(unit);
        }

        if (!Charms.CharmActions.Of(units[0].Application.Charm.CharmName).ContainsKey(action))
            return call.Fail(1, $"ERROR action \"{action}\" not defined on unit \"{units[0].Name}\"");
        return await Carry(call, arguments, units, action, Parameters(arguments.Operands.Skip(names.Count + 1)));
    }

    /// <summary>"key=value" words of a command line.</summary>
    private static Dictionary<string, string> Parameters(IEnumerable<string> words) =>
        words
            .Select(pair => pair.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    public static JsonObject List(string application, bool schema)
    {
        var json = new JsonObject();
        foreach (
            var (name, action) in Charms.CharmActions.Of(application).OrderBy(pair => pair.Key, StringComparer.Ordinal)
        )
            json[name] = schema ? Schema(name, action) : action.Description;
        return json;
    }

    private static JsonObject Schema(string name, Charms.CharmAction action)
    {
        var json = new JsonObject { ["additionalProperties"] = false, ["description"] = action.Description };
        if (action.Required is { } required)
        {
            json["properties"] = new JsonObject { [required] = new JsonObject { ["type"] = "string" } };
            json["required"] = new JsonArray(required);
        }

        json["title"] = name;
        json["type"] = "object";
        return json;
    }

    public static int ShowOperation(PersonaCall call, string verb, Arguments arguments)
    {
        var id = arguments.Operands.FirstOrDefault() ?? "";
        if (verb == "show-task")
            return ShowTask(call, arguments, id);
        if (call.World.Juju.Operations.Find(id) is not { } operation)
            return call.Fail(1, $"ERROR operation \"{id}\" not found");
        var parameters = new JsonObject();
        foreach (var (key, value) in operation.Parameters)
            parameters[key] = value;
        var units = operation.Tasks.Select(task => $"unit-{task.Unit.Replace('/', '-')}");
        return JujuPersona.Show(
            call,
            arguments,
            new JsonObject
            {
                ["summary"] = $"{operation.Action} run on {string.Join(", ", units)}",
                ["status"] = operation.Status,
                ["action"] = new JsonObject { ["name"] = operation.Action, ["parameters"] = parameters },
                ["timing"] = JujuTaskDocument.Timing(
                    operation.Enqueued,
                    operation.Tasks.All(task => task.Completed is not null)
                        ? operation.Tasks.Max(task => task.Completed)
                        : null
                ),
                ["tasks"] = Tasks(operation),
            },
            null
        );
    }

    private static int ShowTask(PersonaCall call, Arguments arguments, string id)
    {
        foreach (var candidate in call.World.Juju.Operations.All)
        {
            if (candidate.Tasks.FirstOrDefault(task => $"{task.Id}" == id) is { } task)
                return JujuPersona.Show(call, arguments, JujuTaskDocument.Of(task, candidate), null);
        }

        return call.Fail(1, $"ERROR task \"{id}\" not found");
    }

    /// <summary>An operation's tasks by their ids, each with its unit as the host.</summary>
    private static JsonObject Tasks(JujuOperation operation)
    {
        var tasks = new JsonObject();
        foreach (var task in operation.Tasks)
        {
            var one = JujuTaskDocument.Of(task, operation);
            one.Remove("id");
            one.Remove("unit");
            one.Insert(0, "host", task.Unit);
            tasks[$"{task.Id}"] = one;
        }

        return tasks;
    }

    private static async Task<int> Carry(
        PersonaCall call,
        Arguments arguments,
        List<JujuUnit> units,
        string action,
        IReadOnlyDictionary<string, string> parameters
    )
    {
        var operation = JujuRemote.Begin(call, action, parameters, units);
        var does = Charms.CharmActions.Of(units[0].Application.Charm.CharmName)[action];
        var takes = does.Takes;
        lock (call.World.Gate)
        {
            foreach (var (unit, task) in units.Zip(operation.Tasks).Where(pair => !pair.First.Lost))
            {
                var ends = unit.Engage(does.Takes, call.World.Now);
                call.World.Clock.At(ends, () => does.Play(call.World, unit, parameters, task));
                takes = ends - call.World.Now > takes ? ends - call.World.Now : takes;
            }
        }

        if (arguments.Has("--background"))
        {
            call.Err(
                $"Scheduled operation {operation.Id} with task {operation.Tasks[0].Id}\n"
                    + $"Check operation status with 'juju show-operation {operation.Id}'\n"
                    + $"Check task status with 'juju show-task {operation.Tasks[0].Id}'\n"
            );
            return 0;
        }

        var wait = JujuDuration.Parse(arguments.Value("--wait")) ?? DefaultWait;
        await call.Sleep(units.Any(unit => unit.Lost) || takes > wait ? wait : takes);
        return JujuRemote.Report(call, arguments, operation);
    }
}
