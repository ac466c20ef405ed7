using Reqnroll.Bindings;

namespace Reqnroll;

/// <summary>A step that reads the same after Given, When and Then.</summary>
public sealed class StepDefinitionAttribute : StepDefinitionBaseAttribute
{
    public StepDefinitionAttribute(string expression)
        : base(expression, [StepDefinitionType.Given, StepDefinitionType.When, StepDefinitionType.Then]) { }
}
