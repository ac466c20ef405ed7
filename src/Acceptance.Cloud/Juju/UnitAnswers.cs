namespace Acceptance.Cloud.Juju;

/// <summary>
/// The answers of a batched question, and who was to answer: a unit that is missing is unknown by name.
/// </summary>
/// <param name="NotAsked">Units whose agent is lost: they are not asked, and not forgotten.</param>
public sealed record UnitAnswers(
    IReadOnlyCollection<string> Asked,
    IReadOnlyCollection<string> NotAsked,
    IReadOnlyDictionary<string, UnitAnswer> Answers
)
{
    /// <summary>The answers of units on which the question was put.</summary>
    public IEnumerable<UnitAnswer> Heard => Answers.Values.Where(answer => answer.Hindered is null);

    /// <summary>Units that gave no answer, among them those whose agent is lost.</summary>
    public IReadOnlyList<string> Silent => [.. Asked.Where(unit => !Answers.ContainsKey(unit)).Concat(NotAsked)];
}
