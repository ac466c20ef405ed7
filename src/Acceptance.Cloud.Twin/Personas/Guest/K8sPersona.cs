using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World.Management;

namespace Acceptance.Cloud.Twin.Personas.Guest;

/// <summary>
/// k8s (k8s-snap) on the management VM (FACTS 8.10): needs root; fails in its own words while k8sd is not there yet.
/// </summary>
internal sealed class K8sPersona : Persona
{
    private const string NoClient =
        "Error: Failed to create a k8sd client. Make sure that the k8sd service is running.\n\n"
        + "The error was: failed to GET /k8sd/cluster: "
        + "Get \"http://control.socket/1.0/k8sd/cluster\": "
        + "dial unix /var/snap/k8s/common/var/lib/k8sd/state/control.socket: context deadline exceeded";

    public override IReadOnlyList<string> Names { get; } = ["k8s"];

    public override HostKind On => HostKind.Guest;

    public override string Folder => "/snap/bin";

    public override Task<int> Run(PersonaCall call)
    {
        if (!call.Elevated)
            return Task.FromResult(
                call.Fail(1, "Error: You do not have enough permissions. Please run the command with sudo.")
            );
        var verb = call.Argv.FirstOrDefault();
        lock (call.World.Gate)
        {
            return Task.FromResult(
                verb switch
                {
                    "status" => Status(call),
                    "config" => Config(call),
                    "enable" => Enable(call),
                    _ => throw new NotEmulatedException($"k8s {verb}"),
                }
            );
        }
    }

    private static int Status(PersonaCall call)
    {
        var management = call.World.Management;
        if (IsDown(call))
            return call.Fail(1, NoClient);
        var ready = management.Works;
        (string Key, string Value)[] lines =
        [
            ("cluster status:", ready ? "ready" : "not ready"),
            ("control plane nodes:", $"{management.Address}:6400 (voter)"),
            ("high availability:", "no"),
            ("datastore:", "k8s-dqlite"),
            ("network:", management.Features.Network ? "enabled" : "disabled"),
            ("dns:", management.Features.Dns ? "enabled at 10.152.183.106" : "disabled"),
            ("ingress:", "disabled"),
            ("load-balancer:", "disabled"),
            ("local-storage:", "enabled at /var/snap/k8s/common/rawfile-storage"),
            ("gateway", "disabled"),
        ];
        foreach (var (key, value) in lines)
            call.Out($"{key, -25} {value}\n");
        return 0;
    }

    /// <summary>Of the features it plays those that a bootstrap can leave off (DOCFIX-024).</summary>
    private static int Enable(PersonaCall call)
    {
        string[] features = [.. call.Argv.Skip(1)];
        if (features.Length == 0 || features.Except([SnapFeatures.OfNetwork, SnapFeatures.OfDns]).Any())
            throw new NotEmulatedException($"k8s {string.Join(' ', call.Argv)}");
        if (IsDown(call))
            return call.Fail(1, NoClient);
        var named = string.Join(", ", features);
        call.Err($"Enabling {named} on the cluster. This may take a few seconds, please wait.\n");
        foreach (var feature in features)
            call.World.Management.Enable(feature);
        call.Out($"{named} enabled.\n");
        return 0;
    }

    private static bool IsDown(PersonaCall call) =>
        call.World.Management.Phase is not (ManagementPhase.Ready or ManagementPhase.Converging);

    /// <summary>k8s config server=URL: the cluster-admin kubeconfig, the file that L-P6-4 keeps out of /tmp.</summary>
    private static int Config(PersonaCall call)
    {
        if (!call.World.Management.Works)
            return call.Fail(1, "Error: Failed to get the kubeconfig.\n\nThe error was: the node is not ready");
        call.Out(call.World.Management.Kube.Kubeconfig(call.World.Management.Server));
        return 0;
    }
}
