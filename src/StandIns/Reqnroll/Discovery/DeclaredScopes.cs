using System.Reflection;

namespace Reqnroll.Discovery;

/// <summary>The [Scope]s of a method and of its class: alternatives, as in the original.</summary>
internal static class DeclaredScopes
{
    public static BindingScope[] Of(BindingMethod method) =>
        [
            .. method
                .BindingClass.GetCustomAttributes<ScopeAttribute>()
                .Concat(method.Method.GetCustomAttributes<ScopeAttribute>())
                .Select(scope => new BindingScope(scope.Tag, scope.Feature, scope.Scenario)),
        ];
}
