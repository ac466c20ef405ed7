using System.Reflection;
using Reqnroll.Bindings;

namespace Reqnroll.Discovery;

/// <summary>Every binding of a run, read once.</summary>
internal sealed class BindingRegistry
{
    private readonly Dictionary<HookType, HookBinding[]> hooks;

    private BindingRegistry(StepBinding[] steps, HookBinding[] hooks, TransformationBinding[] transformations)
    {
        Steps = steps;
        Transformations = transformations;
        this.hooks = hooks
            .GroupBy(hook => hook.Type)
            .ToDictionary(group => group.Key, group => group.OrderBy(hook => hook.Order).ToArray());
    }

    public StepBinding[] Steps { get; }

    /// <summary>Low order first.</summary>
    public TransformationBinding[] Transformations { get; }

    /// <exception cref="BindingException">Bindings that cannot be used as written, all of them, each in a sentence.</exception>
    public static BindingRegistry Of(params IEnumerable<Assembly> assemblies) =>
        Of(assemblies.Distinct().SelectMany(assembly => assembly.GetTypes()).ToArray());

    public static BindingRegistry Of(IReadOnlyCollection<Type> types)
    {
        var problems = new List<string>();
        var methods = new BindingClasses(types, problems).Methods().ToArray();
        var transformations = new TransformationScanner(problems)
            .Scan(methods)
            .OrderBy(binding => binding.Order)
            .ToArray();
        var hooks = new HookScanner(problems).Scan(methods).ToArray();
        var steps = new StepScanner(problems, transformations).Scan(methods).ToArray();
        return problems.Count == 0
            ? new BindingRegistry(steps, hooks, transformations)
            : throw new BindingException(string.Join(Environment.NewLine, problems));
    }

    public HookBinding[] HooksOf(HookType type) => hooks.GetValueOrDefault(type, []);
}
