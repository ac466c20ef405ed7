using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.World.Ovn;

/// <summary>One chassis: ovn-controller and ovs-vswitchd where the ovn-chassis charm put them.</summary>
public sealed class OvnChassis(JujuUnit unit, DateTimeOffset started)
{
    public JujuUnit Unit { get; } = unit;

    public string SystemId => Unit.Machine.Hostname + ".maas";

    public bool ControllerRunning { get; private set; } = true;

    public DateTimeOffset ControllerStarted { get; private set; } = started;

    /// <summary>When Vault last issued the certificate that ovn-controller must present.</summary>
    public DateTimeOffset CertificateIssued { get; set; } = started;

    /// <summary>The process trusts the CA that signed the southbound database's certificate.</summary>
    public bool TrustsCurrentCa => ControllerStarted >= CertificateIssued;

    /// <summary>The controller has its TLS link to the southbound database.</summary>
    public bool Connected(OvnCentral central) => ControllerRunning && Unit.Machine.AgentUp && TrustsCurrentCa && central.HasQuorum;

    public void Restart(DateTimeOffset now)
    {
        ControllerRunning = true;
        ControllerStarted = now;
    }

    public void StopController() => ControllerRunning = false;
}
