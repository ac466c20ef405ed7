using System.Reflection;
using Reqnroll.Expressions;

namespace Reqnroll.Discovery;

internal sealed class StepScanner(List<string> problems, IReadOnlyCollection<TransformationBinding> transformations)
{
    public IEnumerable<StepBinding> Scan(IReadOnlyCollection<BindingMethod> methods)
    {
        var marked = methods.Where(method => method.Method.IsDefined(typeof(StepDefinitionBaseAttribute))).ToArray();
        var usable = marked.Where(IsUsable).ToArray();
        var types = new ParameterTypes(usable.SelectMany(method => method.ParameterTypes), transformations);
        return usable.SelectMany(method => Bind(method, types));
    }

    private bool IsUsable(BindingMethod method)
    {
        var faults = MethodRules.OfStep(method).ToArray();
        problems.AddRange(faults);
        return faults.Length == 0;
    }

    private IEnumerable<StepBinding> Bind(BindingMethod method, ParameterTypes types)
    {
        var scopes = DeclaredScopes.Of(method);
        foreach (var attribute in method.Method.GetCustomAttributes<StepDefinitionBaseAttribute>())
        {
            StepPattern pattern;
            try
            {
                pattern = StepPattern.Read(attribute.Expression, attribute.ExpressionType, types);
            }
            catch (Exception error) when (error is ArgumentException or BindingException)
            {
                problems.Add($"{method} \"{attribute.Expression}\": {error.Message}");
                continue;
            }

            foreach (var type in attribute.Types)
            {
                yield return new StepBinding(type, pattern, method, scopes);
            }
        }
    }
}
