using Acceptance.Cloud;
using Acceptance.Cloud.Juju;
using Acceptance.Decisions.Checks.Hosts;

namespace Acceptance.Steps.Readings;

/// <summary>Asks units in one batch: only those whose agent is not lost; the others are unknown by name.</summary>
internal static class Units
{
    public static async Task<Reading<UnitAnswers>> Ask(
        ICloud cloud,
        JujuModel model,
        Func<JujuUnit, bool> which,
        string command
    )
    {
        var units = model.Units.Where(which).ToArray();
        string[] lost =
        [
            .. units.Where(unit => unit.Agent.Unsaid || unit.Agent.Is(AgentStatus.Lost)).Select(unit => unit.Name),
        ];
        string[] asked = [.. units.Select(unit => unit.Name).Except(lost)];
        if (asked.Length == 0)
            return new Reading<UnitAnswers>.Seen(
                new UnitAnswers([], lost, new Dictionary<string, UnitAnswer>()),
                Evidence.None
            );
        var answers = await cloud.Juju.Exec(asked, command);
        return answers.Map(read => new UnitAnswers(asked, lost, read));
    }
}
