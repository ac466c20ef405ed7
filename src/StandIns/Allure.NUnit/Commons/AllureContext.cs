using System.Collections.Immutable;

namespace Allure.Net.Commons;

/// <summary>The test under way and the steps that are open in it, innermost on top.</summary>
internal sealed record AllureContext(TestResult Test, ImmutableStack<StepResult> Steps)
{
    public ExecutableItem Innermost => Steps.IsEmpty ? Test : Steps.Peek();
}
