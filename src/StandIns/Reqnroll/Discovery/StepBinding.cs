using Reqnroll.Bindings;
using Reqnroll.Expressions;

namespace Reqnroll.Discovery;

internal sealed record StepBinding(
    StepDefinitionType Type,
    StepPattern Pattern,
    BindingMethod Method,
    IReadOnlyList<BindingScope> Scopes
)
{
    public override string ToString() => $"[{Type}(\"{Pattern.Source}\")] {Method}";
}
