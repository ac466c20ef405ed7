using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Recovery;

/// <summary>The bottom-up order of the cloud's layers (DESIGN 6.2): a rung is only tried when the one below is green.</summary>
public static class Ladder
{
    public static IReadOnlyList<Rung> Rungs { get; } =
    [
        new("site", "the site file is read"),
        new("jumphost", "the jumphost runs what we ask"),
        new("juju", "the model answers, and it is the expected one"),
        new("machines", "every machine and every container is started"),
        new("mysql", "the MySQL cluster tolerates a failure, with one writer"),
        new("vault", "Vault is initialized and unsealed"),
        new("ovn", "every chassis is connected"),
        new("haproxy", "no backend is down by HAProxy's own verdict"),
        new("keystone", "Keystone issues a token in the right scope"),
        new("vips", "every core VIP answers under the site's CA"),
        new("hypervisors", "hypervisors are up and keep memory for themselves"),
        new("octavia", "load balancers are active, amphorae allocated"),
        new("mgmt-vm", "the management VM runs and lets us in"),
        new("mgmt-k8s", "the management cluster is ready"),
        new("capi", "the Cluster API controllers run"),
        new("magnum", "Magnum answers, with the driver that it should run"),
        new("workload", "the workload cluster serves"),
    ];

    /// <summary>The lowest rung that was tried and does not stand; a rung this site does not ask holds nothing back.</summary>
    public static RungRecord? Red(IEnumerable<RungRecord> tried) =>
        tried
            .Where(one => one.Verdict is not (null or Verdict.Kept or Verdict.Recovered or Verdict.NotAsked))
            .MinBy(one => Height(one.Rung.Name));

    /// <summary>Null when the layer and all below it stand; else what holds it back.</summary>
    public static Verdict? HoldsBack(IEnumerable<RungRecord> tried, string layer) =>
        Red(tried) is { } red && Height(red.Rung.Name) <= Height(layer)
            ? Verdict.Hold(red.Rung.Name, red.Verdict!)
            : null;

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
