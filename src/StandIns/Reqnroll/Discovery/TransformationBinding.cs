using System.Text.RegularExpressions;

namespace Reqnroll.Discovery;

internal sealed record TransformationBinding(string? Name, Regex? Regex, int Order, BindingMethod Method)
{
    public bool Applies(object value, Type target)
    {
        if (Method.ResultType != target)
        {
            return false;
        }

        if (Regex is not null && value is string text)
        {
            return Regex.IsMatch(text);
        }

        return Regex is null && typeof(Table).IsAssignableFrom(Method.ParameterTypes[0]) == value is Table;
    }
}
