using System.Text;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.Personas.Juju;

/// <summary>
/// The short and the tabular form of `juju status` (FACTS 8.1). Neither form of a lie is ours: the short one prints no
/// message.
/// </summary>
internal sealed class JujuStatusText(TwinWorld world, Func<JujuUnit, bool> shown)
{
    private readonly JujuModel _model = world.Juju;

    /// <summary>`- vault/0: ADDRESS (agent:idle, workload:blocked) 8200/tcp`, subordinates indented.</summary>
    public string Oneline()
    {
        var text = new StringBuilder();
        foreach (
            var unit in Principals()
                .OrderBy(unit => unit.Application.Name, StringComparer.Ordinal)
                .ThenBy(unit => unit.Number)
        )
            Line(text, unit, 0);
        return text.ToString();
    }

    public string Tabular()
    {
        var text = new StringBuilder();
        text.Append(
            Columns([
                ["Model", "Controller", "Cloud/Region", "Version", "SLA", "Timestamp"],
                [
                    _model.Name,
                    _model.Controller,
                    $"{_model.Cloud}/default",
                    _model.Version,
                    "unsupported",
                    world.Now.UtcDateTime.ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture) + "Z",
                ],
            ])
        );
        if (_model.StatusIsEmpty)
            return text.Append("\nModel \"")
                .Append(_model.Owner)
                .Append('/')
                .Append(_model.Name)
                .Append("\" is empty.\n")
                .ToString();
        text.Append('\n')
            .Append(
                Columns([
                    ["App", "Version", "Status", "Scale", "Charm", "Channel", "Rev", "Exposed", "Message"],
                    .. _model.Applications.Where(a => a.Units.Any(shown)).Select(Row),
                ])
            );
        text.Append('\n')
            .Append(
                Columns([
                    ["Unit", "Workload", "Agent", "Machine", "Public address", "Ports", "Message"],
                    .. Principals().SelectMany(Rows),
                ])
            );
        text.Append('\n').Append(Machines());
        return text.ToString();
    }

    /// <summary>The table of `juju machines`.</summary>
    public string Machines() =>
        Columns([
            ["Machine", "State", "Address", "Inst id", "Base", "AZ", "Message"],
            .. _model.AllMachines.Where(machine => !_model.StatusIsEmpty && machine.Units.Any(shown)).Select(Row),
        ]);

    private static string[] Row(JujuMachine machine) =>
        [
            machine.Id,
            machine.Agent,
            machine.PrimaryAddress,
            machine.InstanceId,
            "ubuntu@22.04",
            "default",
            machine.IsContainer ? "Running" : "Deployed",
        ];

    private static string[] Row(JujuApplication application)
    {
        var leading = application.Leader ?? application.Units[0];
        var charm = application.Charm;
        var scale =
            application.IsSubordinate ? ""
            : application.Units.Any(unit => unit.Lost)
                ? $"{application.Units.Count(unit => !unit.Lost)}/{application.Units.Count}"
            : $"{application.Units.Count}";
        return
        [
            application.Name,
            charm.Version,
            leading.Workload,
            scale,
            charm.CharmName,
            charm.Channel,
            $"{charm.Revision}",
            "no",
            leading.Message,
        ];
    }

    private static IEnumerable<string[]> Rows(JujuUnit unit) =>
        [Row(unit, 0), .. unit.Subordinates.Select(subordinate => Row(subordinate, 1))];

    private static string[] Row(JujuUnit unit, int level) =>
        [
            new string(' ', level * 2) + unit.Name + (unit.IsLeader ? "*" : ""),
            unit.Workload,
            unit.Agent,
            level == 0 ? unit.Machine.Id : "",
            unit.Machine.PrimaryAddress,
            string.Join(' ', unit.Application.Charm.Ports),
            unit.Message,
        ];

    private static void Line(StringBuilder text, JujuUnit unit, int level)
    {
        text.Append(new string(' ', level * 2))
            .Append($"- {unit.Name}: {unit.Machine.PrimaryAddress} (agent:{unit.Agent}, workload:{unit.Workload})");
        foreach (var port in unit.Application.Charm.Ports)
            text.Append(' ').Append(port);
        text.Append('\n');
        foreach (var subordinate in unit.Subordinates)
            Line(text, subordinate, level + 1);
    }

    private IEnumerable<JujuUnit> Principals() =>
        _model.StatusIsEmpty ? [] : _model.Units.Where(unit => unit.Principal is null && shown(unit));

    private static string Columns(IReadOnlyList<string[]> rows)
    {
        var widths = rows[0].Select((_, i) => rows.Max(row => row[i].Length)).ToArray();
        return string.Concat(
            rows.Select(row => string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd() + "\n")
        );
    }
}
