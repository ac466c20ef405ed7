using System.Security.Cryptography;
using System.Text;
using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.World.Ovn;

/// <summary>One chassis: ovn-controller and ovs-vswitchd where the ovn-chassis charm put them.</summary>
internal sealed class OvnChassis(JujuUnit unit, DateTimeOffset started)
{
    public JujuUnit Unit { get; } = unit;

    public string SystemId => Unit.Machine.Hostname + ".maas";

    /// <summary>The id of a row of this chassis in a database: the same at every look.</summary>
    public string RowId(string of) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{of} {SystemId}")).AsSpan(0, 16)).ToString();

    public bool ControllerRunning { get; private set; } = true;

    public DateTimeOffset ControllerStarted { get; private set; } = started;

    /// <summary>When Vault last issued the certificate that ovn-controller must present.</summary>
    public DateTimeOffset CertificateIssued { get; set; } = started;

    /// <summary>The process trusts the CA that signed the southbound database's certificate.</summary>
    public bool TrustsCurrentCa => ControllerStarted >= CertificateIssued;

    /// <summary>The controller has its TLS link to the southbound database.</summary>
    public bool Connected(OvnCentral central) =>
        ControllerRunning && Unit.Machine.AgentUp && TrustsCurrentCa && central.HasQuorum;

    public void Restart(DateTimeOffset now) => (ControllerRunning, ControllerStarted) = (true, now);

    public void StopController() => ControllerRunning = false;
}
