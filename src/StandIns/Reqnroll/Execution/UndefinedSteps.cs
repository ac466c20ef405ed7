using Reqnroll.Matching;

namespace Reqnroll.Execution;

/// <summary>The steps of a scenario that no binding matches, told together.</summary>
internal sealed class UndefinedSteps
{
    private readonly List<(StepLine Line, StepText Step)> steps = [];

    public void Add(StepLine line, StepText step) => steps.Add((line, step));

    public void ThrowIfAny(string file)
    {
        if (steps.Count == 0)
        {
            return;
        }

        var lines = steps.Select(step => $"  {file}:{step.Line.Line}: {step.Line.Keyword} {step.Line.Text}");
        var skeletons = steps.Select(step => Skeleton.For(step.Step)).Distinct();
        throw new MissingStepDefinitionException(
            $"No matching step definition found for {steps.Count} step(s):\n{string.Join("\n", lines)}\n"
                + $"Paste into a [Binding] class and fill in:\n\n{string.Join("\n\n", skeletons)}\n"
        );
    }
}
