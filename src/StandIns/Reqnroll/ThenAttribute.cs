using Reqnroll.Bindings;

namespace Reqnroll;

public sealed class ThenAttribute : StepDefinitionBaseAttribute
{
    public ThenAttribute(string expression)
        : base(expression, [StepDefinitionType.Then]) { }
}
