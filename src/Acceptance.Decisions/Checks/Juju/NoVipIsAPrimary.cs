using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Juju;

/// <summary>
/// No address of a service is the address of a machine too (KI-P3-001), on any plane: a pair or a triple is looked at
/// token by token. The unit that holds an address at this moment may show it among its own.
/// </summary>
public static class NoVipIsAPrimary
{
    public static Check Check { get; } =
        new()
        {
            Id = "vips-are-nobodys-primary",
            Promise = "no address of a service is the primary of a unit",
            Rung = "machines",
            Needs = [SiteNeed.Juju],
            Facts = [JujuFacts.Model, JujuFacts.Vips],
            Judgement = sheet =>
                sheet.Judge(
                    JujuFacts.Vips,
                    JujuFacts.Model,
                    (vips, model, evidence) => Judge(model, vips, sheet.Site.Endpoints, evidence)
                ),
        };

    /// <param name="vips">As the charms are configured.</param>
    /// <param name="endpoints">As the site has them: whoever answers there.</param>
    public static Verdict Judge(
        JujuModel model,
        IReadOnlyList<ApplicationVips> vips,
        IReadOnlyList<SiteEndpoint> endpoints,
        Evidence evidence
    )
    {
        Vip[] all =
        [
            .. vips.SelectMany(one => one.Addresses.Select(address => new Vip(address, one.Application, true)))
                .Concat(endpoints.Select(one => new Vip(one.Url.Host, one.Service, false)))
                .DistinctBy(vip => vip.Address),
        ];
        if (all.Length == 0)
            return Verdict.NotKnown($"no charm has a vip, and the site names no endpoint", null, evidence);
        if (model.Machines.All(machine => machine.Addresses.Count == 0))
            return Verdict.NotKnown($"juju tells no address of a machine", null, evidence);
        return Verdict.From(
            model.Machines.SelectMany(machine =>
                all.Where(vip => Collides(vip, machine, model)).Select(vip => About(vip, machine, model, evidence))
            ),
            () =>
                $"{all.Length} addresses of services are the primary of none of {model.Machines.Count} machines and "
                + $"containers",
            evidence
        );
    }

    // A unit's public address is what juju calls its primary. Of the other planes it lists whatever the machine has,
    // and the unit that holds an address at this moment has it beside its own.
    private static bool Collides(Vip vip, JujuMachine machine, JujuModel model)
    {
        JujuUnit[] units = [.. On(machine, model)];
        return units.Any(unit => unit.PublicAddress == vip.Address)
            || (
                vip.IsOfCharm
                && machine.Addresses.Contains(vip.Address)
                && units.All(unit => unit.Application != vip.Owner)
            );
    }

    private static Finding About(Vip vip, JujuMachine machine, JujuModel model, Evidence evidence)
    {
        var units = string.Join(
            ", ",
            On(machine, model).Where(unit => unit.Principal is null).Select(unit => unit.Name)
        );
        return new(
            $"{vip.Address}, an address of {vip.Owner}, is also machine {machine.Id}'s own"
                + $"{(units.Length == 0 ? "" : $" ({units})")}: two answer to it",
            machine.Id,
            KIP3001.Id,
            evidence
        );
    }

    private static IEnumerable<JujuUnit> On(JujuMachine machine, JujuModel model) =>
        model.Units.Where(unit => unit.Machine == machine.Id);

    private sealed record Vip(string Address, string Owner, bool IsOfCharm);
}
