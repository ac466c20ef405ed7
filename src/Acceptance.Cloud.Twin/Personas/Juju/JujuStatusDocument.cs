using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.Personas.Juju;

/// <summary>
/// What `juju status` and `juju machines` say, key by key (FACTS 8.1): Go structs in their order, maps sorted by key.
/// </summary>
internal sealed class JujuStatusDocument(TwinWorld world, Func<JujuUnit, bool> shown)
{
    private readonly JujuModel _model = world.Juju;

    public JsonObject Status() =>
        new()
        {
            ["model"] = new JsonObject
            {
                ["name"] = _model.Name,
                ["type"] = "iaas",
                ["controller"] = _model.Controller,
                ["cloud"] = _model.Cloud,
                ["region"] = "default",
                ["version"] = _model.Version,
                ["model-status"] = ModelStatus(),
                ["sla"] = "unsupported",
            },
            ["machines"] = Machines(),
            ["applications"] = Applications(),
            ["storage"] = new JsonObject(),
            ["controller"] = new JsonObject
            {
                ["timestamp"] =
                    world.Now.UtcDateTime.ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture) + "Z",
            },
        };

    /// <summary>
    /// An invalid credential suspends the model, whatever else it is (juju: domain/model/service, GetStatus).
    /// </summary>
    private JsonObject ModelStatus()
    {
        if (_model.CredentialRefused is not { } refused)
            return Word("available", "", world.Plan.DeployedAt);
        var suspended = Word("suspended", "suspended since cloud credential is not valid", refused.Since);
        suspended.Insert(2, "reason", refused.Reason);
        return suspended;
    }

    /// <summary>The model of `juju machines` is its name, where that of status is an object.</summary>
    public JsonObject MachineList() => new() { ["model"] = _model.Name, ["machines"] = Machines() };

    private JsonObject Machines() =>
        Map(_model.StatusIsEmpty ? [] : _model.Machines.Where(Shown), machine => machine.Id, Machine);

    private bool Shown(JujuMachine machine) => machine.Units.Any(shown) || machine.Containers.Any(Shown);

    private JsonObject Machine(JujuMachine machine)
    {
        var json = new JsonObject
        {
            ["juju-status"] = Word(
                machine.Agent,
                machine.AgentUp ? "" : "agent is not communicating with the server",
                machine.Since,
                _model.Version
            ),
            ["hostname"] = machine.Hostname,
            ["dns-name"] = machine.PrimaryAddress,
            ["ip-addresses"] = new JsonArray([
                .. machine
                    .Addresses.Values.OrderByDescending(address => address == machine.PrimaryAddress)
                    .Select(address => (JsonNode)address),
            ]),
            ["instance-id"] = machine.InstanceId,
        };
        if (!machine.IsContainer)
            json["display-name"] = machine.Hostname;
        json["machine-status"] = Word("running", machine.IsContainer ? "Running" : "Deployed", world.Plan.DeployedAt);
        json["modification-status"] = Word(machine.IsContainer ? "applied" : "idle", "", world.Plan.DeployedAt);
        json["base"] = new JsonObject { ["name"] = "ubuntu", ["channel"] = "22.04" };
        json["network-interfaces"] = Interfaces(machine);
        var containers = machine.Containers.Where(Shown).ToList();
        if (containers.Count > 0)
            json["containers"] = Map(containers, container => container.Id, Machine);
        json["constraints"] = "arch=amd64";
        json["hardware"] = Hardware(machine);
        return json;
    }

    private static string Hardware(JujuMachine machine) =>
        machine.IsContainer
            ? "availability-zone=default"
            : $"arch=amd64 cores={machine.Host.Vcpus} mem={machine.Host.MemoryMb}M tags=virtual "
                + "availability-zone=default virt-type=kvm";

    private static JsonObject Interfaces(JujuMachine machine)
    {
        var json = new JsonObject();
        var own = NameNumber.Of(machine.Id, 256);
        var index = 0;
        foreach (var (space, address) in machine.Addresses)
        {
            json[
                machine.IsContainer ? $"eth{index}"
                : index == 0 ? "br-ex"
                : $"enp{6 + index}s0"
            ] = new JsonObject
            {
                ["ip-addresses"] = new JsonArray(address),
                ["mac-address"] = $"52:54:00:{machine.Host.Index:x2}:{own:x2}:{index:x2}",
                ["space"] = space,
                ["is-up"] = true,
            };
            index++;
        }

        return json;
    }

    private JsonObject Applications() =>
        Map(
            _model.StatusIsEmpty ? [] : _model.Applications.Where(application => application.Units.Any(shown)),
            application => application.Name,
            Application
        );

    private JsonObject Application(JujuApplication application)
    {
        var charm = application.Charm;
        var leading = application.Leader ?? application.Units[0];
        var json = new JsonObject
        {
            ["charm"] = charm.CharmName,
            ["base"] = new JsonObject { ["name"] = "ubuntu", ["channel"] = "22.04" },
            ["charm-origin"] = "charmhub",
            ["charm-name"] = charm.CharmName,
            ["charm-rev"] = charm.Revision,
            ["charm-channel"] = charm.Channel,
            ["exposed"] = false,
            ["application-status"] = Word(leading.Workload, leading.Message, leading.WorkloadSince),
        };
        if (charm.Relations.Count > 0)
            json["relations"] = Relations(charm);
        if (application.IsSubordinate)
            json["subordinate-to"] = new JsonArray([.. charm.SubordinateTo.Select(name => (JsonNode)name)]);
        else
            json["units"] = Map(application.Units.Where(shown), unit => unit.Name, Unit);
        if (charm.Version.Length > 0)
            json["version"] = charm.Version;
        json["endpoint-bindings"] = new JsonObject { [""] = "metal-admin", ["public"] = "provider-public" };
        return json;
    }

    private static JsonObject Relations(CharmSpec charm) =>
        Map(
            charm.Relations.GroupBy(relation => relation.Endpoint),
            group => group.Key,
            group => new JsonArray([
                .. group.Select(relation => new JsonObject
                {
                    ["related-application"] = relation.Application,
                    ["interface"] = relation.Interface,
                    ["scope"] = relation.Scope,
                }),
            ])
        );

    private JsonObject Unit(JujuUnit unit)
    {
        var json = new JsonObject
        {
            ["workload-status"] = Word(unit.Workload, unit.Message, unit.WorkloadSince),
            ["juju-status"] = Word(unit.Agent, unit.AgentMessage, unit.AgentSince, _model.Version),
        };
        if (unit.IsLeader)
            json["leader"] = true;
        if (unit.Principal is null)
            json["machine"] = unit.Machine.Id;
        if (unit.Application.Charm.Ports.Count > 0)
            json["open-ports"] = new JsonArray([
                .. unit.Application.Charm.Ports.SelectMany(EachPort).Select(port => (JsonNode)port),
            ]);
        json["public-address"] = unit.Machine.PrimaryAddress;
        if (unit.Subordinates.Count > 0)
            json["subordinates"] = Map(unit.Subordinates, subordinate => subordinate.Name, Unit);
        return json;
    }

    /// <summary>"80,443/tcp" of the short form is two ports here.</summary>
    private static IEnumerable<string> EachPort(string ports) =>
        ports.Split('/') is [var numbers, var protocol]
            ? numbers.Split(',').Select(number => $"{number}/{protocol}")
            : [ports];

    private static JsonObject Word(string current, string message, DateTimeOffset since, string? version = null)
    {
        var json = new JsonObject { ["current"] = current };
        if (message.Length > 0)
            json["message"] = message;
        json["since"] = JujuTime.Since(since);
        if (version is not null)
            json["version"] = version;
        return json;
    }

    private static JsonObject Map<T>(IEnumerable<T> items, Func<T, string> key, Func<T, JsonNode> value) =>
        new([
            .. items
                .OrderBy(key, StringComparer.Ordinal)
                .Select(item => new KeyValuePair<string, JsonNode?>(key(item), value(item))),
        ]);
}
