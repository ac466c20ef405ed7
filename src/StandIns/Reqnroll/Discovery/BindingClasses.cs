using System.Reflection;

namespace Reqnroll.Discovery;

/// <summary>The methods of all [Binding] classes; a binding attribute that stands outside of one is a problem, not a silence.</summary>
internal sealed class BindingClasses(IReadOnlyCollection<Type> types, List<string> problems)
{
    private const BindingFlags Any =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    public IEnumerable<BindingMethod> Methods()
    {
        var bound = types.Where(type => type.IsDefined(typeof(BindingAttribute), inherit: false)).ToArray();
        var bases = bound.SelectMany(BasesOf).ToHashSet();
        foreach (var stray in types.Except(bound).Where(type => type.IsClass))
        {
            // What a base class declares runs through the [Binding] class that inherits it, but for its static methods.
            var lost = stray
                .GetMethods(Any | BindingFlags.DeclaredOnly)
                .Where(method => IsMarked(method) && (method.IsStatic || !bases.Contains(stray)));
            problems.AddRange(
                lost.Select(method =>
                    $"{stray.FullName}.{method.Name} carries a binding attribute, and its class is no [Binding]: add it, or the method never runs."
                )
            );
        }

        return bound
            .Where(IsUsable)
            .SelectMany(type => type.GetMethods(Any).Where(IsMarked).Select(method => new BindingMethod(type, method)));
    }

    public static bool IsMarked(MethodInfo method) =>
        method.IsDefined(typeof(StepDefinitionBaseAttribute), inherit: true)
        || method.IsDefined(typeof(HookAttribute), inherit: true)
        || method.IsDefined(typeof(StepArgumentTransformationAttribute), inherit: true);

    private bool IsUsable(Type type)
    {
        if (type.ContainsGenericParameters)
        {
            problems.Add($"{type.FullName} is generic: a [Binding] class must be one that can be made.");
        }

        return !type.ContainsGenericParameters;
    }

    private static IEnumerable<Type> BasesOf(Type type)
    {
        for (var next = type.BaseType; next is not null; next = next.BaseType)
        {
            yield return next.IsGenericType ? next.GetGenericTypeDefinition() : next;
        }
    }
}
