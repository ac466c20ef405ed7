using Reqnroll.Bindings;

namespace Reqnroll;

/// <summary>Binds a method to the steps that its expression matches: a Cucumber expression, or a regular one.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public abstract class StepDefinitionBaseAttribute : Attribute
{
    protected StepDefinitionBaseAttribute(string expression, StepDefinitionType[] types)
    {
        Expression = expression;
        Types = types;
    }

    public StepDefinitionType[] Types { get; }

    public string Expression { get; set; }

    public ExpressionType ExpressionType { get; set; } = ExpressionType.Unspecified;
}
