using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.World.Ovn;

/// <summary>
/// The three-member northbound and southbound databases, and the chassis that follow them (FACTS 8.4).
/// </summary>
internal sealed class OvnCentral
{
    private readonly Ground _ground;

    public OvnCentral(Ground ground, JujuModel juju)
    {
        _ground = ground;
        Elected = ground.Plan.DeployedAt;
        Units = juju.Application("ovn-central").Units;
        ClusterId = ground.NewId();
        ServerIds = [.. Units.Select(_ => ground.NewId())];
        Chassis =
        [
            .. juju
                .Applications.Where(application => application.Charm.CharmName == "ovn-chassis")
                .SelectMany(application => application.Units)
                .Select(unit => new OvnChassis(
                    unit,
                    ground.Plan.DeployedAt,
                    ground.Pki.VaultRoot.ExportCertificatePem() + "\n"
                )),
        ];
        Registered = [.. Chassis];
        juju.Assess("ovn-central", Assess);
        Assess();
    }

    public IReadOnlyList<JujuUnit> Units { get; }

    public string ClusterId { get; }

    public IReadOnlyList<string> ServerIds { get; }

    public IReadOnlyList<OvnChassis> Chassis { get; }

    /// <summary>
    /// The chassis that have a row in the southbound database. A row outlives its controller: it proves a registration,
    /// not life (captures ovn-chassis-still-there).
    /// </summary>
    public IList<OvnChassis> Registered { get; }

    /// <summary>Units whose database servers are stopped while their machine lives.</summary>
    public HashSet<JujuUnit> Stopped { get; } = [];

    /// <summary>When the last election was.</summary>
    public DateTimeOffset Elected { get; }

    /// <summary>The database servers of that unit answer.</summary>
    public bool Serves(JujuUnit unit) => unit.Machine.AgentUp && !Stopped.Contains(unit);

    public bool HasQuorum => Units.Count(Serves) * 2 > Units.Count;

    /// <summary>The database leader: the first member that is up; null without quorum.</summary>
    public JujuUnit? Leader => HasQuorum ? Units.First(Serves) : null;

    public OvnChassis? ChassisOn(JujuMachine machine) =>
        Chassis.FirstOrDefault(chassis => chassis.Unit.Machine == machine);

    /// <summary>Whether ovn-appctl on that chassis prints connected.</summary>
    public bool Connected(OvnChassis chassis) => chassis.Connected(this);

    private void Assess()
    {
        foreach (var unit in Units)
        {
            var message =
                unit == Leader ? "Unit is ready (leader: ovnnb_db, ovnsb_db northd: active)" : "Unit is ready";
            unit.Say("active", message, _ground.Now);
        }
    }
}
