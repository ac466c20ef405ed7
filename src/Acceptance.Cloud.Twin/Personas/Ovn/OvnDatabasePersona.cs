using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World.Ovn;

namespace Acceptance.Cloud.Twin.Personas.Ovn;

/// <summary>ovn-sbctl and ovn-nbctl: they read what the leader holds; of a follower only who does not insist on the leader, and without quorum nobody (captures ovn-sbctl-*).</summary>
internal sealed class OvnDatabasePersona : Persona
{
    public override IReadOnlyList<string> Names { get; } = ["ovn-sbctl", "ovn-nbctl"];

    public override HostKind On => HostKind.Juju;

    public override bool IsOn(ShellHost host) =>
        host.Machine?.Units.Any(unit => unit.Application.Charm.CharmName is "ovn-central" or "ovn-chassis") ?? false;

    public override Task<int> Run(PersonaCall call)
    {
        var arguments = Arguments.Parse(call.Argv, OvsdbPrinter.Valued, OvsdbPrinter.Flags);
        if (arguments.Unknown is { } unknown)
            throw new NotEmulatedException($"{call.Program} {unknown}");
        var south = call.Program == "ovn-sbctl";
        lock (call.World.Gate)
        {
            var database = PathMapping.Back(
                arguments.Value("--db") ?? $"unix:/var/run/ovn/ovn{(south ? "sb" : "nb")}_db.sock",
                call.Host
            );
            if (Refused(call, database, south, arguments.Has("--no-leader-only")) is { } why)
                return Task.FromResult(call.Fail(1, $"{call.Program}: {database}: database connection failed ({why})"));
            var databases = call.World.Ovn.Databases;
            if (arguments.Operands is ["show"])
            {
                call.Out(databases.Show(south));
                return Task.FromResult(0);
            }

            return Task.FromResult(
                OvsdbPrinter.Answer(call, arguments, table => databases.Rows(south, table))
                    ?? throw new NotEmulatedException($"{call.Program} {string.Join(' ', call.Argv)}")
            );
        }
    }

    /// <summary>Why there is no connection; null when there is one.</summary>
    private static string? Refused(PersonaCall call, string database, bool south, bool anyMember)
    {
        var central = call.World.Ovn;
        if (database.StartsWith("unix:", StringComparison.Ordinal))
        {
            var own = central.Units.FirstOrDefault(unit => unit.Machine == call.Host.Machine);
            if (
                own is null
                || !central.Serves(own)
                || !database.Contains(south ? "ovnsb_db" : "ovnnb_db", StringComparison.Ordinal)
            )
                return "No such file or directory";
            if (!call.Elevated)
                return "Permission denied";
            return anyMember || own == central.Leader ? null : "";
        }

        // Whoever is named by address is looked for until one leads.
        var named = central
            .Units.Where(unit => database.Contains($":{unit.Machine.PrimaryAddress}:", StringComparison.Ordinal))
            .Where(central.Serves)
            .ToList();
        if (anyMember && named.Count > 0)
            return null;
        return central.Leader is { } leader && named.Contains(leader) ? null
            : central.HasQuorum && named.Count > 0 ? ""
            : "Connection refused";
    }
}
