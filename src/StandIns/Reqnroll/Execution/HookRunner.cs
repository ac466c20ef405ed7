using Reqnroll.Bindings;
using Reqnroll.BoDi;
using Reqnroll.Discovery;

namespace Reqnroll.Execution;

/// <summary>Runs the hooks of one kind, low order first; the first that throws ends them.</summary>
internal sealed class HookRunner(BindingRegistry registry)
{
    public Task RunAsync(HookType type, IObjectContainer container, ScopeSubject subject)
    {
        var hooks = registry.HooksOf(type);
        return hooks.Length == 0 ? Task.CompletedTask : RunAsync(hooks, container, subject);
    }

    private static async Task RunAsync(HookBinding[] hooks, IObjectContainer container, ScopeSubject subject)
    {
        var ran = new HashSet<System.Reflection.MethodInfo>();
        foreach (var hook in hooks)
        {
            if (BindingScope.Best(hook.Scopes, subject) >= 0 && ran.Add(hook.Method.Method))
            {
                await hook.Method.InvokeAsync(
                    container,
                    [.. hook.Method.ParameterTypes.Select(type => container.Resolve(type))]
                );
            }
        }
    }
}
