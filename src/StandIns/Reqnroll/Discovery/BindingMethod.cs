using System.Globalization;
using System.Reflection;
using Reqnroll.BoDi;

namespace Reqnroll.Discovery;

/// <summary>A method of a binding class and how it is called.</summary>
internal sealed class BindingMethod(Type bindingClass, MethodInfo method)
{
    private static readonly CultureInfo BindingCulture = CultureOrInvariant("en-US");

    public MethodInfo Method { get; } = method;

    public Type BindingClass { get; } = bindingClass;

    public Type[] ParameterTypes { get; } = [.. method.GetParameters().Select(parameter => parameter.ParameterType)];

    /// <summary>What the method hands back once awaited; void where it is nothing.</summary>
    public Type ResultType { get; } = Awaited(method.ReturnType);

    public static CultureInfo Culture => BindingCulture;

    public async Task<object?> InvokeAsync(IObjectContainer container, object?[] arguments)
    {
        CultureInfo.CurrentCulture = BindingCulture;
        var target = Method.IsStatic ? null : container.Resolve(BindingClass);
        var returned = Method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        return ResultType == typeof(void) ? await Finish(returned) : await Result(returned);
    }

    public override string ToString() =>
        $"{BindingClass.Name}.{Method.Name}({string.Join(", ", ParameterTypes.Select(type => type.Name))})";

    private static async Task<object?> Finish(object? returned)
    {
        switch (returned)
        {
            case Task task:
                await task;
                break;
            case ValueTask task:
                await task;
                break;
        }

        return null;
    }

    private static async Task<object?> Result(object? returned)
    {
        if (
            returned is not null
            && returned.GetType() is { IsGenericType: true } type
            && type.GetGenericTypeDefinition() == typeof(ValueTask<>)
        )
        {
            returned = type.GetMethod(nameof(ValueTask<>.AsTask))!.Invoke(returned, null);
        }

        if (returned is not Task task)
        {
            return returned;
        }

        await task;
        return task.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(task);
    }

    private static Type Awaited(Type type)
    {
        if (type == typeof(Task) || type == typeof(ValueTask))
        {
            return typeof(void);
        }

        return
            type.IsGenericType
            && type.GetGenericTypeDefinition() is var open
            && (open == typeof(Task<>) || open == typeof(ValueTask<>))
            ? type.GetGenericArguments()[0]
            : type;
    }

    private static CultureInfo CultureOrInvariant(string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }
}
