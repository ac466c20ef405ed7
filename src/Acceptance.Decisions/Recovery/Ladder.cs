using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Recovery;

/// <summary>
/// The bottom-up order of the cloud's layers (DESIGN 6.2), and which carries which: a rung is only tried when all
/// that it stands on is green, whatever lies beside them. Magnum stands on Vault because the certificates of its
/// clusters lie in the secret store that Vault backs.
/// </summary>
public static class Ladder
{
    public static IReadOnlyList<Rung> Rungs { get; } =
    [
        new("site", "the site file is read"),
        new("jumphost", "the jumphost runs what we ask", "site"),
        new("juju", "the model answers, and it is the expected one", "jumphost"),
        new("machines", "every machine and every container is started", "juju"),
        new("mysql", "the MySQL cluster tolerates a failure, with one writer", "machines"),
        new("vault", "Vault is initialized and unsealed", "mysql"),
        new("ovn", "every chassis is connected", "machines"),
        new("haproxy", "no backend is down by HAProxy's own verdict", "machines"),
        new("keystone", "Keystone issues a token in the right scope", "mysql", "haproxy"),
        new("vips", "every core VIP answers under the site's CA", "keystone"),
        new("hypervisors", "hypervisors are up and keep memory for themselves", "vips"),
        new("octavia", "load balancers are active, amphorae allocated", "hypervisors", "ovn"),
        new("mgmt-vm", "the management VM runs and lets us in", "hypervisors", "ovn"),
        new("mgmt-k8s", "the management cluster is ready", "mgmt-vm"),
        new("capi", "the Cluster API controllers run", "mgmt-k8s"),
        new("magnum", "Magnum answers, with the driver that it should run", "vault", "octavia", "capi"),
        new("workload", "the workload cluster serves", "magnum"),
    ];

    /// <summary>
    /// The lowest rung that was tried and does not stand; a rung this site does not ask, or that somebody answers
    /// for, holds nothing back.
    /// </summary>
    public static RungRecord? Red(IEnumerable<RungRecord> tried) =>
        tried
            .Where(one => one.Verdict is not (null or Verdict.NotAsked or { Passes: true }))
            .MinBy(one => Height(one.Rung.Name));

    /// <summary>Null when the layer and all that it stands on are not red; else what holds it back.</summary>
    public static Verdict? HoldsBack(IEnumerable<RungRecord> tried, string layer)
    {
        var carriers = Carriers(layer).Append(layer).ToHashSet(StringComparer.Ordinal);
        return Red(tried.Where(one => carriers.Contains(one.Rung.Name))) is { } red
            ? Verdict.Hold(red.Rung.Name, red.Verdict!)
            : null;
    }

    /// <summary>All that a rung stands on, and what that stands on, bottom up.</summary>
    public static IReadOnlyList<string> Carriers(string layer)
    {
        HashSet<string> carriers = [];
        Gather(layer);
        return [.. Rungs.Select(rung => rung.Name).Where(carriers.Contains)];

        void Gather(string name)
        {
            foreach (var below in Rungs[Height(name)].StandsOn.Where(carriers.Add))
                Gather(below);
        }
    }

    /// <summary>The position of a rung from the bottom; an unknown name is refused with the legal ones.</summary>
    public static int Height(string name)
    {
        for (var height = 0; height < Rungs.Count; height++)
        {
            if (Rungs[height].Name == name)
                return height;
        }

        throw new ArgumentException(
            $"'{name}' is no rung: legal are {string.Join(", ", Rungs.Select(rung => rung.Name))}.",
            nameof(name)
        );
    }
}
