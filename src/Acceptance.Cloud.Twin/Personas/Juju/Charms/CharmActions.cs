using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.Personas.Juju.Charms;

/// <summary>The charms' actions that the twin plays, by application (FACTS 8.2).</summary>
internal static class CharmActions
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(4);

    private static readonly Dictionary<string, CharmAction> None = [];

    private static readonly Dictionary<string, Dictionary<string, CharmAction>> All = new(StringComparer.Ordinal)
    {
        ["mysql-innodb-cluster"] = new(StringComparer.Ordinal)
        {
            ["cluster-status"] = new("JSON dictionary of MySQL InnoDB Cluster cluster status.", Short, ClusterStatus),
            ["reboot-cluster-from-complete-outage"] = new(
                "Reboot MySQL InnoDB Cluster from complete outage.",
                TimeSpan.FromSeconds(40),
                Reboot
            ),
            ["rejoin-instance"] = new(
                "Rejoin a given MySQL instance to the MySQL InnoDB Cluster.",
                TimeSpan.FromSeconds(10),
                Rejoin
            ),
        },
        ["vault"] = new(StringComparer.Ordinal)
        {
            ["get-root-ca"] = new("Get the root CA certificate.", Short, RootCa),
            ["generate-root-ca"] = new("Generate a self-signed root CA.", Short, MakeRootCa),
            ["disable-pki"] = new("Disable PKI secrets backend.", Short, DisablePki),
            ["reissue-certificates"] = new("Reissue certificates to all clients.", TimeSpan.FromSeconds(20), Reissue),
            ["authorize-charm"] = new("Authorize the vault charm to interact with vault.", Short, Authorize)
            {
                Required = "token",
            },
        },
        ["magnum"] = new(StringComparer.Ordinal)
        {
            ["domain-setup"] = new(
                "Setup the keystone domain and user required for Magnum to operate.",
                TimeSpan.FromSeconds(20),
                SetUpDomain
            ),
        },
        ["octavia"] = new(StringComparer.Ordinal)
        {
            ["configure-resources"] = new(
                "Create resources in OpenStack for Octavia.",
                TimeSpan.FromMinutes(4),
                (world, _, _, task) => task.Complete(Code(0), world.Now)
            ),
        },
    };

    public static IReadOnlyDictionary<string, CharmAction> Of(string application) =>
        All.GetValueOrDefault(application, None);

    private static void SetUpDomain(
        TwinWorld world,
        JujuUnit unit,
        IReadOnlyDictionary<string, string> parameters,
        JujuTask task
    )
    {
        world.Trustees.SetUp();
        task.Complete(Code(0), world.Now);
    }

    private static Dictionary<string, object> Code(int code) => new() { ["return-code"] = code };

    private static void ClusterStatus(
        TwinWorld world,
        JujuUnit unit,
        IReadOnlyDictionary<string, string> parameters,
        JujuTask task
    )
    {
        var cluster = world.MySql;
        if (!cluster.Member(unit).Running || !cluster.HasQuorum)
        {
            task.Fail(
                "Cluster status failed.",
                new Dictionary<string, object>
                {
                    ["return-code"] = 1,
                    ["output"] =
                        "RuntimeError: Dba.get_cluster: "
                        + "This function is not available through a session to a standalone instance "
                        + "(metadata exists, instance belongs to that metadata, but GR is not active)",
                },
                world.Now
            );
            return;
        }

        task.Complete(
            new Dictionary<string, object>
            {
                ["return-code"] = 0,
                ["cluster-status"] = ClusterDocument(world).ToJsonString(),
            },
            world.Now
        );
    }

    private static JsonObject ClusterDocument(TwinWorld world)
    {
        var cluster = world.MySql;
        var topology = new JsonObject();
        foreach (var member in cluster.Members)
        {
            var entry = new JsonObject
            {
                ["address"] = member.Address,
                ["memberRole"] = member == cluster.Primary ? "PRIMARY" : "SECONDARY",
                ["mode"] =
                    !member.Online ? "n/a"
                    : member == cluster.Primary ? "R/W"
                    : "R/O",
                ["readReplicas"] = new JsonObject(),
            };
            if (member.Online)
                entry["replicationLag"] = "applier_queue_applied";
            entry["role"] = "HA";
            entry["status"] = member.Online ? "ONLINE" : "(MISSING)";
            entry["version"] = "8.0.46";
            topology[member.Address] = entry;
        }

        return new JsonObject
        {
            ["clusterName"] = cluster.Name,
            ["defaultReplicaSet"] = new JsonObject
            {
                ["name"] = "default",
                ["primary"] = cluster.Primary?.Address,
                ["ssl"] = "REQUIRED",
                ["status"] = cluster.Status,
                ["statusText"] = cluster.StatusText,
                ["topology"] = topology,
                ["topologyMode"] = "Single-Primary",
            },
            ["groupInformationSourceMember"] = cluster.Primary?.Address,
        };
    }

    private static void Reboot(
        TwinWorld world,
        JujuUnit unit,
        IReadOnlyDictionary<string, string> parameters,
        JujuTask task
    )
    {
        if (world.MySql.RebootFromCompleteOutage(world.MySql.Member(unit)) is { } refusal)
        {
            task.Fail(
                "Reboot cluster from complete outage failed.",
                new Dictionary<string, object>
                {
                    ["return-code"] = 1,
                    ["output"] = refusal,
                    ["traceback"] = "Traceback (most recent call last):\n  subprocess.CalledProcessError\n",
                },
                world.Now
            );
            return;
        }

        task.Complete(
            new Dictionary<string, object>
            {
                ["return-code"] = 0,
                ["outcome"] = "Success",
                ["output"] = $"The cluster '{world.MySql.Name}' was successfully rebooted.",
            },
            world.Now
        );
    }

    private static void Rejoin(
        TwinWorld world,
        JujuUnit unit,
        IReadOnlyDictionary<string, string> parameters,
        JujuTask task
    )
    {
        var address = parameters.GetValueOrDefault("address") ?? "";
        if (
            world.MySql.Members.FirstOrDefault(member =>
                member.Address.StartsWith(address + ":", StringComparison.Ordinal)
            )
                is not { } member
            || !world.MySql.HasQuorum
            || !member.Running
        )
        {
            task.Fail("Rejoin instance failed", Code(1), world.Now);
            return;
        }

        member.InGroup = true;
        world.Juju.UpdateStatus(unit.Application.Name);
        task.Complete(
            new Dictionary<string, object>
            {
                ["return-code"] = 0,
                ["outcome"] = "Success",
                ["output"] = $"The instance '{member.Address}' was successfully rejoined to the cluster.",
            },
            world.Now
        );
    }

    private static void RootCa(
        TwinWorld world,
        JujuUnit unit,
        IReadOnlyDictionary<string, string> parameters,
        JujuTask task
    )
    {
        if (world.Vaults.All(vault => vault.Sealed))
            task.Fail("Vault is not ready (sealed)", Code(1), world.Now);
        else if (!world.Vault.HasRootCa)
            task.Fail("Failed to get CA: there is none", Code(1), world.Now);
        else
            task.Complete(
                new Dictionary<string, object>
                {
                    ["return-code"] = 0,
                    ["output"] = world.Pki.VaultRoot.ExportCertificatePem(),
                },
                world.Now
            );
    }

    private static void MakeRootCa(
        TwinWorld world,
        JujuUnit unit,
        IReadOnlyDictionary<string, string> parameters,
        JujuTask task
    )
    {
        HaveRootCa(world, true);
        RootCa(world, unit, parameters, task);
    }

    private static void DisablePki(
        TwinWorld world,
        JujuUnit unit,
        IReadOnlyDictionary<string, string> parameters,
        JujuTask task
    )
    {
        HaveRootCa(world, false);
        task.Complete(Code(0), world.Now);
    }

    private static void HaveRootCa(TwinWorld world, bool has)
    {
        foreach (var vault in world.Vaults)
            vault.HasRootCa = has;
        world.Juju.UpdateStatus("vault");
    }

    /// <summary>New certificates for all: whoever is not restarted afterwards presents the old one.</summary>
    private static void Reissue(
        TwinWorld world,
        JujuUnit unit,
        IReadOnlyDictionary<string, string> parameters,
        JujuTask task
    )
    {
        foreach (var chassis in world.Ovn.Chassis)
            chassis.IssueCertificate(world.Now);
        task.Complete(Code(0), world.Now);
    }

    private static void Authorize(
        TwinWorld world,
        JujuUnit unit,
        IReadOnlyDictionary<string, string> parameters,
        JujuTask task
    )
    {
        if (!parameters.ContainsKey("token"))
            task.Fail(
                "validation failed: (root) : \"token\" property is missing and required, given {}",
                Code(1),
                world.Now
            );
        else
            task.Complete(Code(0), world.Now);
    }
}
