using Acceptance.Cloud;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Twin.World;
using OfWorld = Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Worlds.Juju;

/// <summary>The model as `juju status` shows it: sorted by name, containers beside their hosts.</summary>
internal sealed class JujuStatus(TwinWorld world)
{
    private readonly OfWorld.JujuModel _model = world.Juju;

    private IEnumerable<OfWorld.JujuMachine> Machines =>
        _model.StatusIsEmpty ? [] : _model.Machines.Where(IsShown).OrderBy(machine => machine.Id, Ordinal);

    private IEnumerable<OfWorld.JujuApplication> Applications =>
        _model.StatusIsEmpty
            ? []
            : _model
                .Applications.Where(application => application.Units.Count > 0)
                .OrderBy(application => application.Name, Ordinal);

    private static StringComparer Ordinal => StringComparer.Ordinal;

    public JujuModel Model() =>
        new(
            _model.Controller,
            _model.Name,
            [.. Machines.SelectMany(machine => WithContainers(machine, null))],
            [.. Applications.Select(Application)],
            [
                .. Applications
                    .Where(application => !application.IsSubordinate)
                    .SelectMany(application => application.Units.OrderBy(unit => unit.Name, Ordinal))
                    .SelectMany(unit => WithSubordinates(unit, null)),
            ]
        )
        {
            Traced = Traces().Min().InSeconds(),
            Status = _model.CredentialRefused is null ? ModelStatus.Available : ModelStatus.Suspended,
            StatusSince = (_model.CredentialRefused?.Since ?? world.Plan.DeployedAt).InSeconds(),
            StatusMessage = _model.CredentialRefused is { } refused
                ? $"suspended since cloud credential is not valid: {refused.Reason}"
                : "",
        };

    private static bool IsShown(OfWorld.JujuMachine machine) =>
        machine.Units.Count > 0 || machine.Containers.Any(IsShown);

    /// <summary>The moments that the model, its machines and its applications bear.</summary>
    private IEnumerable<DateTimeOffset> Traces() =>
        [
            world.Plan.DeployedAt,
            .. Machines.Select(machine => machine.Since),
            .. Applications.Select(application => (application.Leader ?? application.Units[0]).WorkloadSince),
        ];

    private static IEnumerable<JujuMachine> WithContainers(OfWorld.JujuMachine machine, string? host) =>
        machine
            .Containers.Where(IsShown)
            .OrderBy(container => container.Id, Ordinal)
            .SelectMany(container => WithContainers(container, machine.Id))
            .Prepend(
                new JujuMachine(
                    machine.Id,
                    State<MachineAgentStatus>.Read(machine.Agent),
                    machine.Hostname,
                    machine.InstanceId,
                    host,
                    [.. machine.Addresses.Values.OrderByDescending(one => one == machine.PrimaryAddress)],
                    machine.Since.InSeconds()
                )
            );

    private static JujuApplication Application(OfWorld.JujuApplication application) =>
        new(
            application.Name,
            application.Charm.CharmName,
            application.IsSubordinate ? 0 : application.Units.Count,
            [.. application.IsSubordinate ? application.Charm.SubordinateTo : []]
        )
        {
            Channel = application.Charm.Channel,
            Revision = application.Charm.Revision,
        };

    private static IEnumerable<JujuUnit> WithSubordinates(OfWorld.JujuUnit unit, OfWorld.JujuUnit? principal) =>
        unit
            .Subordinates.OrderBy(one => one.Name, Ordinal)
            .SelectMany(one => WithSubordinates(one, unit))
            .Prepend(
                new JujuUnit(
                    unit.Name,
                    unit.Application.Name,
                    State<WorkloadStatus>.Read(unit.Workload),
                    State<AgentStatus>.Read(unit.Agent),
                    unit.Message,
                    unit.IsLeader,
                    (principal ?? unit).Machine.Id,
                    unit.Machine.PrimaryAddress,
                    principal?.Name,
                    unit.WorkloadSince.InSeconds()
                )
                {
                    AgentSince = unit.AgentSince.InSeconds(),
                    Hook = unit.AgentMessage,
                }
            );
}
