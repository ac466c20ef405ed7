using Reqnroll.Bindings;

namespace Reqnroll;

public sealed class GivenAttribute : StepDefinitionBaseAttribute
{
    public GivenAttribute(string expression)
        : base(expression, [StepDefinitionType.Given]) { }
}
