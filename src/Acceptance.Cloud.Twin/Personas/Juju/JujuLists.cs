using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.Personas.Juju;

/// <summary>juju models, controllers, show-controller, config, export-bundle, resolved.</summary>
internal static class JujuLists
{
    public static JsonObject Models(TwinWorld world)
    {
        var juju = world.Juju;
        var model = new JsonObject
        {
            ["name"] = $"{juju.Owner}/{juju.Name}",
            ["short-name"] = juju.Name,
            ["model-uuid"] = juju.Uuid,
            ["model-type"] = "iaas",
            ["controller-uuid"] = juju.ControllerUuid,
            ["controller-name"] = juju.Controller,
            ["is-controller"] = false,
            ["owner"] = juju.Owner,
            ["cloud"] = juju.Cloud,
            ["region"] = "default",
            ["type"] = "maas",
            ["life"] = "alive",
            ["status"] = new JsonObject
            {
                ["current"] = Current(juju),
                ["since"] = JujuTime.Since(world.Plan.DeployedAt),
            },
            ["access"] = "admin",
            ["agent-version"] = juju.Version,
        };
        if (juju.Gone)
            return new JsonObject { ["models"] = new JsonArray() };
        if (juju.Dying)
            model["life"] = "dying";
        return new JsonObject { ["models"] = new JsonArray(model), ["current-model"] = juju.ShownAs };
    }

    public static string ModelsText(TwinWorld world) =>
        world.Juju.Gone
            ? $"Controller: {world.Juju.Controller}\n\nModel  Cloud/Region  Type  Status  Access  Last connection\n"
            : $"Controller: {world.Juju.Controller}\n\n"
                + "Model       Cloud/Region        Type  Status     Machines  Units  Access  Last connection\n"
                + $"{world.Juju.ShownAs}*  {world.Juju.Cloud}/default  maas  "
                + $"{Current(world.Juju)}  {world.Juju.AllMachines.Count(), 8}  "
                + $"{world.Juju.Units.Count(), 5}  admin   just now\n";

    private static string Current(JujuModel juju) =>
        juju.CredentialRefused is not null ? "suspended"
        : juju.Dying ? "destroying"
        : "available";

    public static JsonObject Controllers(TwinWorld world) =>
        new()
        {
            ["controllers"] = new JsonObject
            {
                [world.Juju.Controller] = new JsonObject
                {
                    ["current-model"] = $"{world.Juju.Owner}/{world.Juju.Name}",
                    ["user"] = "admin",
                    ["access"] = "superuser",
                    ["recent-server"] = Api(world),
                    ["uuid"] = world.Juju.ControllerUuid,
                    ["api-endpoints"] = new JsonArray(Api(world)),
                    ["cloud"] = world.Juju.Cloud,
                    ["region"] = "default",
                    ["agent-version"] = world.Juju.Version,
                },
            },
            ["current-controller"] = world.Juju.Controller,
        };

    public static string ControllersText(TwinWorld world) =>
        "Use --refresh option with this command to see the latest information.\n\n"
        + "Controller        Model      User   Access     Cloud/Region        Models  Nodes  HA    Version\n"
        + $"{world.Juju.Controller}*  {world.Juju.ShownAs}  admin  superuser  "
        + $"{world.Juju.Cloud}/default  1       1      none  {world.Juju.Version}\n";

    public static JsonObject ShowController(TwinWorld world) =>
        new()
        {
            [world.Juju.Controller] = new JsonObject
            {
                ["details"] = new JsonObject
                {
                    ["controller-uuid"] = world.Juju.ControllerUuid,
                    ["api-endpoints"] = new JsonArray(Api(world)),
                    ["cloud"] = world.Juju.Cloud,
                    ["region"] = "default",
                    ["agent-version"] = world.Juju.Version,
                },
                ["models"] = new JsonObject
                {
                    [world.Juju.Name] = new JsonObject
                    {
                        ["model-uuid"] = world.Juju.Uuid,
                        ["machine-count"] = world.Juju.AllMachines.Count(),
                        ["unit-count"] = world.Juju.Units.Count(),
                    },
                },
                ["current-model"] = $"{world.Juju.Owner}/{world.Juju.Name}",
                ["account"] = new JsonObject { ["user"] = "admin", ["access"] = "superuser" },
            },
        };

    /// <summary>
    /// `juju model-config default-space`: the bare value, or with --format=json the value and where it comes from.
    /// </summary>
    public static int ModelConfig(PersonaCall call, Arguments arguments)
    {
        if (arguments.Operands is not ["default-space"])
            throw new NotEmulatedException($"juju model-config {string.Join(' ', arguments.Operands)}");
        var space = call.World.Juju.DefaultSpace;
        if (arguments.Value("--format") is null or "tabular")
        {
            call.Out(space + "\n");
            return 0;
        }

        var value = new JsonObject { ["Value"] = space, ["Source"] = space == "alpha" ? "default" : "model" };
        return JujuPersona.Show(call, arguments, new JsonObject { ["default-space"] = value }, null);
    }

    public static int Config(PersonaCall call, Arguments arguments)
    {
        if (arguments.Operands.Count == 0)
            return call.Fail(1, "ERROR no application name specified");
        if (call.World.Juju.FindApplication(arguments.Operands[0]) is not { } application)
            return call.Fail(1, $"ERROR application \"{arguments.Operands[0]}\" not found");
        if (arguments.Operands.Count > 1 && arguments.Operands[1].Contains('=', StringComparison.Ordinal))
            return Set(call, application, arguments.Operands.Skip(1));

        if (arguments.Operands.Count > 1)
        {
            if (!application.Config.TryGetValue(arguments.Operands[1], out var value))
                return call.Fail(
                    1,
                    $"ERROR key \"{arguments.Operands[1]}\" not found "
                        + $"in \"{application.Name}\" application config or charm settings."
                );
            call.Out(value + "\n");
            return 0;
        }

        var settings = new JsonObject();
        foreach (var (key, value) in application.Config)
            settings[key] = Setting(value);
        return JujuPersona.Show(
            call,
            arguments,
            new JsonObject
            {
                ["application"] = application.Name,
                ["application-config"] = new JsonObject(),
                ["charm"] = application.Charm.CharmName,
                ["settings"] = settings,
            },
            null
        );
    }

    /// <summary>Its units run their config-changed hook, when an option is another than before.</summary>
    private static int Set(PersonaCall call, JujuApplication application, IEnumerable<string> options)
    {
        var before = application.Config.ToDictionary();
        foreach (var pair in options.Select(option => option.Split('=', 2)))
            application.Config[pair[0]] = pair[1];
        if (application.Config.Any(now => before.GetValueOrDefault(now.Key) != now.Value))
        {
            foreach (var unit in application.Units)
                ConfigChanged.Run(call.World.Plan, unit);
        }

        return 0;
    }

    private static JsonObject Setting(string value) =>
        new()
        {
            ["default"] = "",
            ["description"] = "",
            ["source"] = "user",
            ["type"] = Kind(value),
            ["value"] = Typed(value),
        };

    public static int ExportBundle(PersonaCall call, Arguments arguments)
    {
        var applications = new JsonObject();
        foreach (var application in call.World.Juju.Applications)
            applications[application.Name] = InBundle(application);
        var machines = new JsonObject();
        foreach (var machine in call.World.Juju.Machines)
            machines[machine.Id] = new JsonObject { ["constraints"] = "arch=amd64" };
        var relations = new JsonArray([
            .. BundleRelations
                .Among([.. call.World.Juju.Applications.Select(application => application.Charm)])
                .Select(pair => new JsonArray(pair.One, pair.Other)),
        ]);
        var bundle = GoYaml.Of(
            new JsonObject
            {
                ["default-base"] = "ubuntu@22.04/stable",
                ["applications"] = applications,
                ["machines"] = machines,
                ["relations"] = relations,
            }
        );
        if (arguments.Value("--filename") is not { } file)
            call.Out(bundle);
        else
            call.Keep(file, bundle, $"Bundle successfully exported to {file}\n");

        return 0;
    }

    private static JsonObject InBundle(JujuApplication application)
    {
        var json = new JsonObject
        {
            ["charm"] = application.Charm.CharmName,
            ["channel"] = application.Charm.Channel,
            ["revision"] = application.Charm.Revision,
        };
        if (!application.IsSubordinate)
        {
            json["num_units"] = application.Units.Count;
            json["to"] = new JsonArray([
                .. application.Units.Select(unit =>
                    (JsonNode)(unit.Machine.Parent is { } host ? $"lxd:{host.Id}" : unit.Machine.Id)
                ),
            ]);
        }

        if (application.Config.Count > 0)
        {
            var options = new JsonObject();
            foreach (var (key, value) in application.Config)
                options[key] = Typed(value);
            json["options"] = options;
        }

        return json;
    }

    /// <summary>Clears a unit's hook error; without a retry the hook counts as done.</summary>
    public static int Resolved(PersonaCall call, Arguments arguments)
    {
        foreach (var name in arguments.Operands)
        {
            if (call.World.Juju.FindUnit(name) is not { } unit)
                return call.Fail(1, $"ERROR unit \"{name}\" not found");
            if (unit.Workload != "error")
                return call.Fail(1, $"ERROR unit \"{name}\" is not in an error state");
            unit.Say(unit.Application.Charm.Workload, unit.Application.Charm.Message, call.World.Now);
            call.World.Juju.UpdateStatus(unit.Application.Name);
        }

        return 0;
    }

    private static string Api(TwinWorld world) => $"{world.Plan.Address("8.30")}:17070";

    private static JsonNode Typed(string value) =>
        bool.TryParse(value, out var flag) ? flag
        : long.TryParse(value, out var number) ? number
        : value;

    private static string Kind(string value) =>
        bool.TryParse(value, out _) ? "boolean"
        : long.TryParse(value, out _) ? "int"
        : "string";
}
