using Reqnroll.Bindings;

namespace Reqnroll;

public sealed class WhenAttribute : StepDefinitionBaseAttribute
{
    public WhenAttribute(string expression)
        : base(expression, [StepDefinitionType.When]) { }
}
