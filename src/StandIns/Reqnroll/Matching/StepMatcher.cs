using System.Collections.Concurrent;
using Reqnroll.Bindings;
using Reqnroll.Discovery;

namespace Reqnroll.Matching;

/// <summary>Finds the one binding of a step. Which expressions match a text is remembered for the run; scopes are asked each time.</summary>
internal sealed class StepMatcher(BindingRegistry registry, ArgumentConverter converter)
{
    private readonly ConcurrentDictionary<(StepDefinitionType Type, string Text), Candidate[]> texts = new();

    /// <returns>The match; null where no binding is meant.</returns>
    /// <exception cref="BindingException">Several bindings match, or the only one cannot take the arguments.</exception>
    public StepMatch? Find(StepText step, ScopeSubject subject)
    {
        var candidates = texts.GetOrAdd((step.Type, step.Text), Candidates);
        var scoped = candidates
            .Select(candidate => new StepMatch(
                candidate.Binding,
                [.. candidate.Captures, .. step.Extras],
                BindingScope.Best(candidate.Binding.Scopes, subject)
            ))
            .Where(match => match.ScopeMatches >= 0)
            .GroupBy(match => match.Binding.Method.Method)
            .Select(group => group.MaxBy(match => match.ScopeMatches)!)
            .ToArray();
        var fitting = scoped.Where(Fits).ToArray();
        var best = fitting.Where(match => match.ScopeMatches == fitting.Max(other => other.ScopeMatches)).ToArray();
        return best.Length switch
        {
            1 => best[0],
            > 1 => throw Ambiguous(step, best),
            _ => scoped.Length == 0 ? null : throw Misfit(step, scoped),
        };
    }

    private Candidate[] Candidates((StepDefinitionType Type, string Text) step) =>
        [
            .. from binding in registry.Steps
            where binding.Type == step.Type
            let captures = binding.Pattern.Match(step.Text)
            where captures is not null
            select new Candidate(binding, captures),
        ];

    private bool Fits(StepMatch match) =>
        match.HasAllParameters
        && match
            .Arguments.Zip(match.Binding.Method.ParameterTypes)
            .All(pair => converter.CanConvert(pair.First, pair.Second));

    private static BindingException Ambiguous(StepText step, StepMatch[] matches) =>
        new($"Ambiguous step definitions found for step '{step.Type} {step.Text}': " + List(matches));

    private static BindingException Misfit(StepText step, StepMatch[] matches)
    {
        var given = string.Join(
            ", ",
            matches[0].Arguments.Select(argument => argument is string text ? $"\"{text}\"" : "a table")
        );
        return new BindingException(
            $"The step '{step.Type} {step.Text}' gives {matches[0].Arguments.Length} argument(s) ({given}), "
                + "which no matching step definition can take: "
                + List(matches)
        );
    }

    private static string List(StepMatch[] matches) =>
        string.Concat(matches.Select(match => $"{Environment.NewLine}  {match.Binding}"));

    private sealed record Candidate(StepBinding Binding, string[] Captures);
}
