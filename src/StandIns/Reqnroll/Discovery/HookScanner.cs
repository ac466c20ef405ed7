using System.Reflection;

namespace Reqnroll.Discovery;

internal sealed class HookScanner(List<string> problems)
{
    public IEnumerable<HookBinding> Scan(IEnumerable<BindingMethod> methods) =>
        from method in methods
        from hook in method.Method.GetCustomAttributes<HookAttribute>()
        where IsUsable(method, hook)
        select new HookBinding(hook.HookType, hook.Order, method, ScopesOf(method, hook));

    private bool IsUsable(BindingMethod method, HookAttribute hook)
    {
        var faults = MethodRules.OfHook(method, hook.HookType).ToArray();
        problems.AddRange(faults);
        return faults.Length == 0;
    }

    private static BindingScope[] ScopesOf(BindingMethod method, HookAttribute hook) =>
        [.. DeclaredScopes.Of(method), .. hook.Tags.Select(tag => new BindingScope(tag, null, null))];
}
