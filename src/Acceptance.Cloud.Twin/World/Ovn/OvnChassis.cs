using System.Security.Cryptography;
using System.Text;
using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.World.Ovn;

/// <summary>One chassis: ovn-controller and ovs-vswitchd where the ovn-chassis charm put them.</summary>
internal sealed class OvnChassis
{
    /// <summary>Where the charm writes the certificate that Vault issues.</summary>
    public const string CertificateFile = "/etc/ovn/cert_host";

    private readonly string _certificate;

    public OvnChassis(JujuUnit unit, DateTimeOffset started, string certificate)
    {
        (Unit, ControllerStarted, _certificate) = (unit, started, certificate);
        IssueCertificate(started);
    }

    public JujuUnit Unit { get; }

    public string SystemId => Unit.Machine.Hostname + ".maas";

    /// <summary>The id of a row of this chassis in a database: the same at every look.</summary>
    public string RowId(string of) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{of} {SystemId}")).AsSpan(0, 16)).ToString();

    public bool ControllerRunning { get; private set; } = true;

    public DateTimeOffset ControllerStarted { get; private set; }

    /// <summary>When Vault last issued the certificate that ovn-controller must present.</summary>
    public DateTimeOffset CertificateIssued { get; private set; }

    /// <summary>The link that was made with the old certificate has not been cut yet.</summary>
    public bool KeepsItsLink { get; private set; }

    /// <summary>The process trusts the CA that signed the southbound database's certificate.</summary>
    public bool TrustsCurrentCa => ControllerStarted >= CertificateIssued;

    /// <summary>The controller has its TLS link to the southbound database.</summary>
    public bool Connected(OvnCentral central) =>
        ControllerRunning && Unit.Machine.AgentUp && (TrustsCurrentCa || KeepsItsLink) && central.HasQuorum;

    /// <param name="now">When it is written.</param>
    /// <param name="linkStays">Nothing has cut the link to the database yet.</param>
    public void IssueCertificate(DateTimeOffset now, bool linkStays = false)
    {
        (CertificateIssued, KeepsItsLink) = (now, linkStays);
        Unit.Machine.Files.Declare(CertificateFile, _certificate, now);
    }

    public void Restart(DateTimeOffset now) =>
        (ControllerRunning, ControllerStarted, KeepsItsLink) = (true, now, false);

    public void StopController() => ControllerRunning = false;
}
