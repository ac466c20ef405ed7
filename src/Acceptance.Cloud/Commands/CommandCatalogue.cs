using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Shells;

namespace Acceptance.Cloud.Commands;

/// <summary>
/// All that the suite ever runs, on this machine, on the jumphost, on a unit or on another host. What is not here
/// cannot be run; the table of it is approved as text.
/// </summary>
public static class CommandCatalogue
{
    /// <summary>What <see cref="HaProxyStat"/> prints on a unit that runs no haproxy.</summary>
    public const string NoHaProxy = "NO-HAPROXY";

    /// <summary>Containers and subordinates included.</summary>
    public static Command JujuStatus { get; } =
        new("juju.status", Place.Jumphost, Permit.Observe, "juju", "status", "-m", Slot.Model, "--format=json");

    /// <summary>One option alone, as it is set: the whole configuration of a charm may hold secrets.</summary>
    public static Command JujuOption { get; } =
        new(
            "juju.option",
            Place.Jumphost,
            Permit.Observe,
            ["juju", "config", "-m", Slot.Model, Slot.Application, Slot.Option]
        );

    /// <summary>One key alone: the whole configuration of a model may hold secrets.</summary>
    public static Command JujuDefaultSpace { get; } =
        new(
            "juju.default-space",
            Place.Jumphost,
            Permit.Observe,
            ["juju", "model-config", "-m", Slot.Model, "default-space", "--format=json"]
        );

    public static Command JujuControllers { get; } =
        new("juju.controllers", Place.Jumphost, Permit.Observe, ["juju", "controllers", "--format=json"]);

    /// <summary>
    /// Carries a command to units. A read that it carries is observe; the operation-log entry that it leaves is said.
    /// </summary>
    public static Command JujuExec { get; } =
        new(
            "juju.exec",
            Place.Jumphost,
            Permit.Observe,
            ["juju", "exec", "-m", Slot.Model, "--unit", Slot.Units, "--format=json", "--", new Word.Carried()]
        )
        {
            Exits = new Dictionary<int, string> { [0] = "all answered", [1] = "a task failed, or a unit is silent" },
        };

    /// <summary>`maas list` shows the API key and is never called (DOCFIX-016).</summary>
    public static Command MaasMachines { get; } =
        new("maas.machines", Place.Jumphost, Permit.Observe, ["maas", Slot.Profile, "machines", "read"]);

    /// <summary>sudo never prompts (R7).</summary>
    public static Command Domains { get; } =
        new("virsh.list", Place.Jumphost, Permit.Observe, ["sudo", "-n", "virsh", "-c", Slot.Uri, "list", "--all"]);

    public static Command DomainDisks { get; } =
        new(
            "virsh.domblklist",
            Place.Jumphost,
            Permit.Observe,
            ["sudo", "-n", "virsh", "-c", Slot.Uri, "domblklist", "--", Slot.Domain]
        );

    /// <summary>
    /// -U looks past the lock of a running domain. The JSON form gives moments, the text form local times without a
    /// zone.
    /// </summary>
    public static Command DiskInfo { get; } =
        new(
            "qemu-img.info",
            Place.Jumphost,
            Permit.Observe,
            ["sudo", "-n", "qemu-img", "info", "-U", "--output=json", "--", Slot.File]
        );

    /// <summary>Carries a command to a host; its key is the site's, and no known host is kept.</summary>
    public static Command Ssh { get; } = OverSsh("ssh", []);

    /// <summary>As <see cref="Ssh"/>, by way of the jumphost where that is another machine.</summary>
    public static Command SshByJumphost { get; } = OverSsh("ssh.by-jumphost", ["-J", Slot.Login]);

    /// <summary>Whether a shell answers at all.</summary>
    public static Command Runs { get; } = new("host.runs", Place.Jumphost, Permit.Observe, "true");

    /// <summary>
    /// How many bytes a program that is started there finds at its standard input: none (DOCFIX-021).
    /// </summary>
    public static Command OwnInput { get; } = new("jumphost.own-input", Place.Jumphost, Permit.Observe, ["wc", "-c"]);

    /// <summary>Whether ssh lets us in.</summary>
    public static Command LetsIn { get; } = new("host.lets-in", Place.Host, Permit.Observe, "true");

    /// <summary>The names of the OS_ variables that a program of the jumphost inherits, one a line.</summary>
    public static Command InheritedScope { get; } =
        new("jumphost.inherited-scope", Place.Jumphost, Permit.Observe, "env | grep -E '^OS_' | cut -d= -f1");

    /// <summary>The line of the rebuild's file that names the management VM's floating IP.</summary>
    public static Command AddressOnFile { get; } =
        new(
            "jumphost.address-on-file",
            Place.Jumphost,
            Permit.Observe,
            ["grep", "-E", "^(export )?MGMT_FIP=", "--", Slot.File]
        )
        {
            Exits = Command.FoundOrNone,
        };

    /// <summary>dependencies.json of the chart's tag (D-034).</summary>
    public static Command ChartDependencies { get; } =
        new("jumphost.chart-dependencies", Place.Jumphost, Permit.Observe, ["cat", "--", Slot.File])
        {
            Exits = new Dictionary<int, string> { [0] = "read", [1] = "the file cannot be read" },
        };

    /// <summary>The management cluster's own words (FACTS 0.9).</summary>
    public static Command ManagementStatus { get; } =
        new("management.status", Place.Host, Permit.Observe, "sudo k8s status 2>&1");

    /// <summary>
    /// Two lines: port=open|closed and code=NNN, of a host ($1), its port ($2) and its URL ($3). The certificate is
    /// verified from the jumphost (D-011.2); from inside, only that HTTPS answers.
    /// </summary>
    public static Command Reach { get; } =
        new(
            "management.reach",
            Place.Host,
            Permit.Observe,
            "if timeout 6 bash -c 'exec 3<>\"/dev/tcp/$0/$1\"' \"$1\" \"$2\" 2>/dev/null; then echo port=open; "
                + "else echo port=closed; fi; curl -sk -m 6 -o /dev/null -w 'code=%{http_code}' \"$3\"",
            Slot.Address,
            Slot.Port,
            Slot.Url
        );

    /// <summary>
    /// A line "ADDRESS PORT" for each port of each address that takes a connection within 3 s, all tried side by side:
    /// 22 of a machine, 80 and 443 of a service, 6443 of a cluster's API.
    /// </summary>
    public static Command OpenPorts { get; } =
        new(
            "jumphost.open-ports",
            Place.Jumphost,
            Permit.Observe,
            "command -v timeout >/dev/null || exit; "
                + "while [ $# -gt 0 ]; do for PORT in 22 80 443 6443; do (timeout 3 bash -c "
                + "'exec 3<>\"/dev/tcp/$0/$1\"' \"$1\" \"$PORT\" 2>/dev/null && echo \"$1 $PORT\") & "
                + "done; shift; done; wait",
            Slot.Addresses
        );

    /// <summary>
    /// The kernel's words on the bridge to the provider network, "FILE:WORD" each; a carrier of a bridge that is down
    /// cannot be read (D-057).
    /// </summary>
    public static Command ProviderBridge { get; } =
        new("chassis.provider-bridge", Place.Unit, Permit.Observe, ["grep", "-H", ".", "--", Slot.Files])
        {
            Exits = new Dictionary<int, string>
            {
                [0] = "all read",
                [1] = "nothing in them",
                [2] = "one cannot be read, or there is no such bridge",
            },
        };

    /// <summary>Prints connected or not connected (FACTS 8.4).</summary>
    public static Command ConnectionStatus { get; } =
        new(
            "ovn.connection-status",
            Place.Unit,
            Permit.Observe,
            ["sudo", "ovn-appctl", "-t", "ovn-controller", "connection-status"]
        );

    /// <summary>
    /// Seconds, one figure a line: when the certificate was written that the charm has of Vault, the unit's clock, and
    /// the age of each ovn-controller (FACTS 0.12).
    /// </summary>
    public static Command ChassisCertificate { get; } =
        new(
            "ovn.certificate",
            Place.Unit,
            Permit.Observe,
            "ages=$(ps -ww -C ovn-controller -o etimes=); ended=$?; stat -c %Y /etc/ovn/cert_host; date +%s; "
                + "echo \"$ages\"; exit $ended"
        )
        {
            Exits = new Dictionary<int, string> { [0] = "all told", [1] = "no ovn-controller runs" },
        };

    /// <summary>The CSV of `show stat` (FACTS 8.5); a unit without an haproxy says so.</summary>
    public static Command HaProxyStat { get; } =
        new(
            "haproxy.show-stat",
            Place.Unit,
            Permit.Observe,
            "if [ -e /etc/haproxy/haproxy.cfg ]; then echo 'show stat' | sudo socat stdio "
                + "/var/run/haproxy/admin.sock; else echo "
                + NoHaProxy
                + "; fi"
        );

    /// <summary>
    /// The snap's folder is not on the PATH of juju exec; the listener speaks plain HTTP on loopback only (FACTS 8.3).
    /// </summary>
    public static Command VaultStatus { get; } =
        new(
            "vault.status",
            Place.Unit,
            Permit.Observe,
            "PATH=$PATH:/snap/bin VAULT_ADDR=http://127.0.0.1:8200 vault status -format=json"
        )
        {
            Exits = new Dictionary<int, string>
            {
                [0] = "unsealed",
                [2] = "sealed",
                [1] = "an error",
            },
        };

    /// <summary>The reserve that nova.conf sets, on a compute unit (D-040).</summary>
    public static Command ReservedMemory { get; } =
        new(
            "nova.reserved-memory",
            Place.Unit,
            Permit.Observe,
            ["sudo", "grep", "-i", "reserved_host_memory", "--", Slot.File]
        )
        {
            Exits = Command.FoundOrNone,
        };

    /// <summary>
    /// The installed driver with its location, the host's clock, and each conductor process with its age in seconds
    /// (D-042).
    /// </summary>
    public static Command Conductor { get; } =
        new(
            "magnum.conductor",
            Place.Unit,
            Permit.Observe,
            "pip3 show \"$1\"; date +%s; ps -ww -C magnum-conductor -o etimes=,args=",
            Slot.Package
        );

    /// <summary>When files were written, seconds since the epoch, one a line.</summary>
    public static Command Written { get; } =
        new("unit.written", Place.Unit, Permit.Observe, ["stat", "-c", "%Y", "--", Slot.Files])
        {
            Exits = new Dictionary<int, string> { [0] = "all seen", [1] = "one of them is not there" },
        };

    /// <summary>
    /// A line of the runbooks, word for word, from a file: whatever it does. Rehearsals alone run it, on twins of
    /// their own.
    /// </summary>
    public static Command RunbookLine { get; } =
        new("rehearsal.runbook-line", Place.Jumphost, Permit.Destroy, ["bash", "--", Slot.File]);

    public static IReadOnlyList<Command> All { get; } =
    [
        JujuStatus,
        JujuOption,
        JujuDefaultSpace,
        JujuControllers,
        JujuExec,
        MaasMachines,
        Domains,
        DomainDisks,
        DiskInfo,
        Ssh,
        SshByJumphost,
        Runs,
        OwnInput,
        LetsIn,
        InheritedScope,
        AddressOnFile,
        ChartDependencies,
        ManagementStatus,
        Reach,
        OpenPorts,
        ProviderBridge,
        ConnectionStatus,
        ChassisCertificate,
        HaProxyStat,
        VaultStatus,
        ReservedMemory,
        Conductor,
        PrerequisiteCommands.TrusteeSettings,
        PrerequisiteCommands.HelmOnPath,
        PrerequisiteCommands.TrustPolicies,
        PrerequisiteCommands.VaultRefusals,
        ProxyCommands.Directives,
        ProxyCommands.Workers,
        PrerequisiteCommands.CookieSettings,
        Written,
        RunbookLine,
    ];

    /// <summary>
    /// Whether these words are a read of this catalogue, its slots filled: word for word, for what has other words may
    /// do anything.
    /// </summary>
    public static bool Reads(IReadOnlyList<string> words) =>
        All.Any(command => command.Needs == Permit.Observe && command.Covers(words));

    /// <summary>Whether this text for the shell of a host is a read of this catalogue.</summary>
    internal static bool Reads(string carried)
    {
        if (All.Any(command => command.Needs == Permit.Observe && command.Script == carried))
            return true;
        string[] words =
        [
            .. ShellLexer.Read(carried).Where(token => token.Kind == ShellTokenKind.Word).Select(token => token.Text),
        ];
        return ShellQuoting.Line(words) == carried && Reads(words);
    }

    private static Command OverSsh(string id, IReadOnlyList<Word> way) =>
        new(
            id,
            Place.Here,
            Permit.Observe,
            [
                "ssh",
                "-i",
                Slot.File,
                "-o",
                "BatchMode=yes",
                "-o",
                "StrictHostKeyChecking=no",
                "-o",
                "UserKnownHostsFile=/dev/null",
                "-o",
                "ConnectTimeout=10",
                .. way,
                "--",
                Slot.Login,
                new Word.Carried(),
            ]
        )
        {
            Exits = new Dictionary<int, string> { [0] = "done", [255] = "ssh itself failed" },
        };
}
