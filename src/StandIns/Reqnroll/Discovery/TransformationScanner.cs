using System.Reflection;
using System.Text.RegularExpressions;

namespace Reqnroll.Discovery;

internal sealed class TransformationScanner(List<string> problems)
{
    public IEnumerable<TransformationBinding> Scan(IEnumerable<BindingMethod> methods) =>
        from method in methods
        from attribute in method.Method.GetCustomAttributes<StepArgumentTransformationAttribute>()
        let binding = Bind(method, attribute)
        where binding is not null
        select binding;

    private TransformationBinding? Bind(BindingMethod method, StepArgumentTransformationAttribute attribute)
    {
        var faults = MethodRules.OfTransformation(method).ToList();
        if (method.Method.IsDefined(typeof(ScopeAttribute)) || method.BindingClass.IsDefined(typeof(ScopeAttribute)))
        {
            faults.Add($"{method}: the stand-in does not scope transformations; move it to a class without [Scope].");
        }

        try
        {
            var regex = attribute.Regex is null
                ? null
                : new Regex(Anchored(attribute.Regex), RegexOptions.CultureInvariant);
            var inputs = regex is null ? 1 : regex.GetGroupNumbers().Length - 1;
            if (inputs != method.ParameterTypes.Length)
            {
                var source = regex is null ? "without a regex it is given" : $"its regex {regex} captures";
                faults.Add($"{method} takes {method.ParameterTypes.Length} argument(s), and {source} {inputs}.");
            }

            if (faults.Count == 0)
            {
                return new TransformationBinding(attribute.Name, regex, attribute.Order, method);
            }
        }
        catch (ArgumentException error)
        {
            faults.Add($"{method}: {error.Message}");
        }

        problems.AddRange(faults);
        return null;
    }

    private static string Anchored(string regex) =>
        (regex.StartsWith('^') ? "" : "^") + regex + (regex.EndsWith('$') ? "" : "$");
}
