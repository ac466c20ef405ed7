using Acceptance.Cloud.Juju;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Diagnosing;

/// <summary>
/// What stands where, by the model: it tells whether two victims have to do with each other. Without a model nothing
/// has, but what has one name.
/// </summary>
internal sealed class Places(JujuModel? model)
{
    public bool Holds(Consequence consequence, Finding cause, Finding follows) =>
        (consequence.Of is null || consequence.Of == cause.Victim)
        && consequence.Bond switch
        {
            Bond.Anywhere => true,
            Bond.SameVictim => cause.Victim == follows.Victim,
            Bond.OnItsMachine => cause.Victim == follows.Victim || IsOn(follows.Victim, cause.Victim),
            Bond.PointsAtItsMachine => follows.PointsAt is { } unit && IsOn(unit, cause.Victim),
            Bond.OfAnApplicationOnIt => UnitsOf(ApplicationOf(follows.Victim)).Any(unit => IsOn(unit, cause.Victim)),
            Bond.OfTheServiceItPointsAt => cause.PointsAt is { } unit && IsOf(unit, follows.Victim),
            _ => false,
        };

    /// <summary>Whether every unit of the application that this one is of is among those.</summary>
    public bool AreAll(string unit, IReadOnlyCollection<string> those) =>
        UnitsOf(ApplicationOf(unit)).All(those.Contains);

    // On the same machine, or in a container of it.
    private bool IsOn(string what, string carrier) =>
        MachineOf(what) is { } at
        && MachineOf(carrier) is { } on
        && (at == on || at.StartsWith(on + "/", StringComparison.Ordinal));

    private string? MachineOf(string name) =>
        model?.Machines.FirstOrDefault(one => one.Id == name || one.Hostname == name)?.Id
        ?? model?.Units.FirstOrDefault(one => one.Name == name)?.Machine;

    private IEnumerable<string> UnitsOf(string application) =>
        model?.Units.Where(one => one.Application == application).Select(one => one.Name) ?? [];

    private static string ApplicationOf(string unit) => unit.Split('/')[0];

    private static bool IsOf(string unit, string service) =>
        ApplicationOf(unit) is var application
        && (application == service || application.StartsWith(service + "-", StringComparison.Ordinal));
}
