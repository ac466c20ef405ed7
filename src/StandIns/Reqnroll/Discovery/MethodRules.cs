using System.Reflection;
using System.Runtime.CompilerServices;

namespace Reqnroll.Discovery;

/// <summary>What the signature of a binding may not be.</summary>
internal static class MethodRules
{
    public static IEnumerable<string> OfStep(BindingMethod binding)
    {
        foreach (var fault in OfAny(binding).Concat(OfOutcome(binding)))
        {
            yield return fault;
        }

        foreach (var parameter in binding.Method.GetParameters())
        {
            if (parameter.IsOptional)
            {
                yield return $"{binding}: the parameter {parameter.Name} is optional; a step gives all or none, so write two methods.";
            }

            if (parameter.ParameterType == typeof(CancellationToken))
            {
                yield return $"{binding}: a step takes no CancellationToken; inject what carries one.";
            }
        }
    }

    public static IEnumerable<string> OfHook(BindingMethod binding, Bindings.HookType type)
    {
        foreach (var fault in OfAny(binding).Concat(OfOutcome(binding)))
        {
            yield return fault;
        }

        if (!binding.Method.IsStatic && type <= Bindings.HookType.AfterFeature)
        {
            yield return $"{binding}: a [{type}] method must be static.";
        }
    }

    public static IEnumerable<string> OfTransformation(BindingMethod binding)
    {
        foreach (var fault in OfAny(binding))
        {
            yield return fault;
        }

        if (binding.ResultType == typeof(void))
        {
            yield return $"{binding}: a transformation must return what it makes.";
        }
    }

    private static IEnumerable<string> OfAny(BindingMethod binding)
    {
        if (binding.Method.IsGenericMethodDefinition)
        {
            yield return $"{binding}: a binding cannot be generic.";
        }

        if (binding.BindingClass.IsAbstract && !binding.Method.IsStatic)
        {
            yield return $"{binding}: its class is abstract and cannot be made; put [Binding] on the class that derives from it.";
        }

        if (binding.ParameterTypes.Any(type => type.IsByRef))
        {
            yield return $"{binding}: a binding has no ref, in or out parameters.";
        }

        if (binding.Method.ReturnType == typeof(void) && binding.Method.IsDefined(typeof(AsyncStateMachineAttribute)))
        {
            yield return $"{binding}: async void cannot be awaited; return Task.";
        }
    }

    private static IEnumerable<string> OfOutcome(BindingMethod binding)
    {
        if (binding.ResultType != typeof(void))
        {
            yield return $"{binding} returns {binding.Method.ReturnType.Name}; void, Task and ValueTask are supported.";
        }
    }
}
