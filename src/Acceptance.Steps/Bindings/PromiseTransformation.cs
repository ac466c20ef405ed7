using Acceptance.Decisions.Checks;
using Reqnroll;

namespace Acceptance.Steps.Bindings;

/// <summary>A promise in a sentence is the check that makes it.</summary>
[Binding]
public sealed class PromiseTransformation
{
    [StepArgumentTransformation(@"(.+)", Name = "promise")]
    public Check ThatPromises(string promise) =>
        CheckCatalogue.ThatPromises(promise)
        ?? throw new ArgumentException(
            $"No check of the catalogue promises that {promise}. Promised are:\n"
                + string.Join('\n', CheckCatalogue.All.Select(check => check.Promise)),
            nameof(promise)
        );
}
