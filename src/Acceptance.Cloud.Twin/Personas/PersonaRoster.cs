using Acceptance.Cloud.Twin.Personas.Coreutils;
using Acceptance.Cloud.Twin.Personas.Guest;
using Acceptance.Cloud.Twin.Personas.HaProxy;
using Acceptance.Cloud.Twin.Personas.Host;
using Acceptance.Cloud.Twin.Personas.Juju;
using Acceptance.Cloud.Twin.Personas.Libvirt;
using Acceptance.Cloud.Twin.Personas.Maas;
using Acceptance.Cloud.Twin.Personas.Nginx;
using Acceptance.Cloud.Twin.Personas.Operator;
using Acceptance.Cloud.Twin.Personas.Ovn;
using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.Personas.Ssh;
using Acceptance.Cloud.Twin.Personas.Systemd;
using Acceptance.Cloud.Twin.Personas.Vault;

namespace Acceptance.Cloud.Twin.Personas;

/// <summary>Every persona.</summary>
internal static class PersonaRoster
{
    public static PersonaCatalog Enlisted() =>
        new([
            new SleepPersona(),
            new DatePersona(),
            new Sha512sumPersona(),
            new SudoPersona(),
            new SetprivPersona(),
            new WritingPersona(),
            new JujuPersona(),
            new SshPersona(),
            new ScpPersona(),
            new MaasPersona(),
            new VirshPersona(),
            new QemuImgPersona(),
            new BundleCheckScript(),
            new DiskFilePersona(),
            new HostFactsPersona(),
            new LxcPersona(),
            new JournalPersona(),
            new UpdateStatusPersona(),
            new PsPersona(),
            new SystemctlPersona(),
            new VaultPersona(),
            new SocatPersona(),
            new HaproxyPersona(),
            new NginxPersona(),
            new OvnAppctlPersona(),
            new OvsVsctlPersona(),
            new OvnSbctlPersona(),
            new MagnumHostPersona(),
            new HelmPersona(),
            new ResolvectlPersona(),
            new K8sPersona(),
            new ChartInstallPersona(),
            new UnplayedPersona(HostKind.Guest, "the management VM", "snap", "clusterctl"),
            new UnplayedPersona(HostKind.Juju, "the cloud's hosts", "ovn-nbctl", "ovs-appctl", "ovs-ofctl"),
        ]);
}
