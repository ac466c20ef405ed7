using System.Text.Json;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.Personas.Juju;

/// <summary>juju 3.6 on the jumphost, for the one model of the cloud.</summary>
internal sealed class JujuPersona : Persona
{
    private static readonly string[] Valued =
    [
        "-m",
        "--model",
        "-c",
        "--controller",
        "--format",
        "-o",
        "--output",
        "--relations",
        "--wait",
        "--filename",
        "--timeout",
        "-t",
    ];
    private static readonly string[] Flags =
    [
        "--color",
        "--no-color",
        "--utc",
        "--relations",
        "--storage",
        "--integrations",
        "--help",
        "-h",
        "--all",
        "--force",
        "--no-retry",
        "--schema",
        "--background",
        "--no-prompt",
        "-y",
        "--yes",
        "--destroy-storage",
        "--release-storage",
        "--no-wait",
        "--keep-instance",
        "--dry-run",
    ];

    public override IReadOnlyList<string> Names { get; } = ["juju"];

    public override HostKind On => HostKind.Jumphost;

    public override async Task<int> Run(PersonaCall call)
    {
        var verb = call.Argv.FirstOrDefault() ?? "help";
        var argv = call.Argv.Skip(1).ToList();
        if (verb is "version" or "--version")
            return Print(call, $"{call.World.Juju.Version}-ubuntu-amd64\n");
        if (call.World.Juju.ControllerHangs)
            await call.Hang();
        if (verb is "ssh" or "exec" or "scp" or "run")
            return await Locked(call) ? 1 : await Remote(call, verb, argv);
        var arguments = Arguments.Parse(argv, Valued, Flags);
        if (arguments.Unknown is { } unknown)
            return call.Fail(2, $"ERROR option provided but not defined: {unknown}");
        if (verb is "login" or "logout" or "switch" or "controllers" or "show-controller" or "whoami")
            return await Session(call, verb, arguments);
        if (await Locked(call))
            return 1;
        if (verb is "models" or "list-models")
            return Show(call, arguments, JujuLists.Models(call.World), () => JujuLists.ModelsText(call.World));
        if (verb == "destroy-model")
            return await JujuDestruction.Model(call, arguments);
        if (WrongModel(call, arguments) is { } wrong)
            return call.Fail(1, $"ERROR {wrong}");
        if (verb == "remove-machine")
            return JujuDestruction.Machine(call, arguments);
        lock (call.World.Gate)
            return Read(call, verb, arguments);
    }

    private static Task<int> Remote(PersonaCall call, string verb, List<string> argv) =>
        verb switch
        {
            "ssh" => JujuRemote.Ssh(call, argv),
            "exec" => JujuRemote.Exec(call, argv),
            "run" => JujuActions.Run(call, argv),
            _ => throw new NotEmulatedException("juju scp"),
        };

    /// <summary>
    /// With a stale macaroon juju asks for a password; at the end of its input that reads as EOF (juju-macaroon,
    /// juju-stdin).
    /// </summary>
    internal static async Task<bool> Locked(PersonaCall call)
    {
        var juju = call.World.Juju;
        if (!juju.MacaroonStale)
            return false;
        var password =
            call.Stdin == StdinKind.Null
                ? null
                : await call.Prompt($"please enter password for {juju.User} on {juju.Controller}: ");
        if (!string.IsNullOrEmpty(password))
            return false;
        call.Err($"ERROR cannot get discharge from \"https://{call.World.Plan.Address("8.30")}:17070/auth\": EOF\n");
        return true;
    }

    private const string NoModel =
        "no model in focus\n\n"
        + "Please use \"juju models\" to see models available to you.\n"
        + "You can set current model by running \"juju switch\"\n"
        + "or specify any other model on the command line using the \"-m\" option.";

    /// <summary>The complaint about a model that is not this one; null when it is.</summary>
    internal static string? WrongModel(PersonaCall call, Arguments arguments)
    {
        var juju = call.World.Juju;
        var named = arguments.Value("-m", "--model") ?? call.Env.GetValueOrDefault("JUJU_MODEL");
        if (string.IsNullOrEmpty(named))
            return juju.Gone ? NoModel : null;
        var (controller, model) = named.Split(':', 2) is [var c, var m] ? (c, m) : (juju.Controller, named);
        if (controller != juju.Controller)
            return $"controller {controller} not found";
        if (juju.IsNamed(model) && !juju.Gone)
            return null;
        return $"model {juju.Controller}:{(model.Contains('/', StringComparison.Ordinal) ? "" : $"{juju.User}/")}{model} "
            + "not found";
    }

    /// <summary>What ends a command before it begins: an option or a model that juju does not know.</summary>
    internal static int? Refused(PersonaCall call, Arguments arguments) =>
        arguments.Unknown is { } unknown ? call.Fail(2, $"ERROR option provided but not defined: {unknown}")
        : WrongModel(call, arguments) is { } wrong ? call.Fail(1, $"ERROR {wrong}")
        : null;

    private static int Print(PersonaCall call, string text)
    {
        call.Out(text);
        return 0;
    }

    private static async Task<int> Session(PersonaCall call, string verb, Arguments arguments)
    {
        var juju = call.World.Juju;
        switch (verb)
        {
            case "login":
                return await Login(call);
            case "logout":
                lock (call.World.Gate)
                    juju.MacaroonStale = true;
                call.Err($"Logged out. You are now logged out from all controllers.\n");
                return 0;
            case "switch":
                return Print(call, $"{juju.Controller}:{juju.Owner}/{juju.Name}\n");
            case "whoami":
                return Print(
                    call,
                    $"Controller:  {juju.Controller}\nModel:       {juju.ShownAs}\nUser:        {juju.User}\n"
                );
            case "controllers":
                return Show(
                    call,
                    arguments,
                    JujuLists.Controllers(call.World),
                    () => JujuLists.ControllersText(call.World)
                );
            default:
                if (arguments.Operands.FirstOrDefault() is { } other && other != juju.Controller)
                    return call.Fail(1, $"ERROR controller {other} not found");
                return await Locked(call) ? 1 : Show(call, arguments, JujuLists.ShowController(call.World), null);
        }
    }

    private static async Task<int> Login(PersonaCall call)
    {
        var juju = call.World.Juju;
        if (
            juju.MacaroonStale
            && await call.Prompt($"please enter password for {juju.User} on {juju.Controller}: ") is null or ""
            && juju.MacaroonStale
        )
            return call.Fail(
                1,
                $"ERROR cannot log into controller \"{juju.Controller}\": "
                    + "cannot get discharge from "
                    + $"\"https://{call.World.Plan.Address("8.30")}:17070/auth\": EOF"
            );
        lock (call.World.Gate)
            juju.MacaroonStale = false;
        call.Err(
            $"Welcome, {juju.User}. You are now logged into \"{juju.Controller}\".\n\n"
                + "There is 1 model available. Use \"juju switch\" to select it:\n"
                + $"  - juju switch {juju.ShownAs}\n"
        );
        return 0;
    }

    private static int Read(PersonaCall call, string verb, Arguments arguments)
    {
        var world = call.World;
        switch (verb)
        {
            case "status":
                return Status(call, arguments);
            case "machines" or "list-machines":
                return Show(
                    call,
                    arguments,
                    new JujuStatusDocument(world, _ => true).MachineList(),
                    new JujuStatusText(world, _ => true).Machines
                );
            case "model-config":
                return JujuLists.ModelConfig(call, arguments);
            case "config":
                return JujuLists.Config(call, arguments);
            case "actions" or "list-actions":
                return Show(
                    call,
                    arguments,
                    JujuActions.List(
                        CharmOf(world, arguments.Operands.FirstOrDefault() ?? ""),
                        arguments.Has("--schema")
                    ),
                    null
                );
            case "show-operation" or "show-task":
                return JujuActions.ShowOperation(call, verb, arguments);
            case "export-bundle":
                return JujuLists.ExportBundle(call, arguments);
            case "resolved":
                return JujuLists.Resolved(call, arguments);
            default:
                throw new NotEmulatedException($"juju {verb}");
        }
    }

    private static string CharmOf(TwinWorld world, string application) =>
        world.Juju.FindApplication(application)?.Charm.CharmName ?? application;

    private static int Status(PersonaCall call, Arguments arguments)
    {
        var world = call.World;
        var shown = Filter(arguments);
        if (!world.Juju.Units.Any(shown))
        {
            call.Err("Nothing matched specified filter.\n");
            if (arguments.Value("--format") is null or "tabular")
                return 0;
        }

        return arguments.Value("--format") is "short" or "line" or "oneline"
            ? Print(call, new JujuStatusText(world, shown).Oneline())
            : Show(
                call,
                arguments,
                new JujuStatusDocument(world, shown).Status(),
                new JujuStatusText(world, shown).Tabular
            );
    }

    /// <summary>Prints a document in the wanted format; yaml where there is no table.</summary>
    internal static int Show(PersonaCall call, Arguments arguments, JsonNode document, Func<string>? table)
    {
        if (call.World.Juju.Noise is { } noise)
            call.Out(noise + "\n");
        var text = (arguments.Value("--format"), table) switch
        {
            ("json", _) => document.ToJsonString(Options) + "\n",
            ("yaml", _) or (null, null) => GoYaml.Of(document),
            (null or "tabular" or "plain", not null) => table(),
            ("tabular" or "plain", null) => GoYaml.Of(document),
            var (format, _) => throw new NotEmulatedException($"juju --format {format}"),
        };
        if (arguments.Value("-o", "--output") is { } file)
            call.Keep(file, text);
        else
            call.Out(text);
        return 0;
    }

    /// <summary>Go's encoder escapes only what HTML needs.</summary>
    private static JsonSerializerOptions Options { get; } =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static Func<JujuUnit, bool> Filter(Arguments arguments)
    {
        if (arguments.Operands.Count == 0)
            return _ => true;
        bool Named(JujuUnit unit) =>
            arguments.Operands.Any(name =>
                unit.Application.Name == name || unit.Name == name || unit.Machine.Id == name
            );
        return unit =>
            Named(unit) || (unit.Principal is { } principal && Named(principal)) || unit.Subordinates.Any(Named);
    }
}
