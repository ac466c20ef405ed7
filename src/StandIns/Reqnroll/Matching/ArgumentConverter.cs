using System.ComponentModel;
using System.Globalization;
using Reqnroll.BoDi;
using Reqnroll.Discovery;

namespace Reqnroll.Matching;

/// <summary>Turns what a step captured into what its method takes: by a transformation first, then as .NET reads it.</summary>
internal sealed class ArgumentConverter(BindingRegistry registry)
{
    public bool CanConvert(object value, Type target) =>
        TransformationOf(value, target, null) is not null
        || target.IsInstanceOfType(value)
        || TryConvert(value, target, out _);

    public ValueTask<object?> ConvertAsync(object value, Type target, IObjectContainer container) =>
        ConvertAsync(value, target, container, null);

    private async ValueTask<object?> ConvertAsync(
        object value,
        Type target,
        IObjectContainer container,
        TransformationBinding? inside
    )
    {
        if (TransformationOf(value, target, inside) is { } transformation)
        {
            return await transformation.Method.InvokeAsync(
                container,
                await InputsAsync(transformation, value, container)
            );
        }

        if (target.IsInstanceOfType(value))
        {
            return value;
        }

        return TryConvert(value, target, out var converted)
            ? converted
            : throw new BindingException($"\"{value}\" cannot be read as {target.Name}.");
    }

    private TransformationBinding? TransformationOf(object value, Type target, TransformationBinding? except)
    {
        foreach (var transformation in registry.Transformations)
        {
            if (transformation != except && transformation.Applies(value, target))
            {
                return transformation;
            }
        }

        return null;
    }

    private async ValueTask<object?[]> InputsAsync(
        TransformationBinding transformation,
        object value,
        IObjectContainer container
    )
    {
        object[] parts =
            transformation.Regex is not null && value is string text
                ?
                [
                    .. transformation
                        .Regex.Match(text)
                        .Groups.Cast<System.Text.RegularExpressions.Group>()
                        .Skip(1)
                        .Select(group => group.Value),
                ]
                : [value];
        var targets = transformation.Method.ParameterTypes;
        var inputs = new object?[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            inputs[i] = await ConvertAsync(parts[i], targets[i], container, transformation);
        }

        return inputs;
    }

    private static bool TryConvert(object value, Type target, out object? converted)
    {
        converted = null;
        if (value is not string text)
        {
            return false;
        }

        var plain = Nullable.GetUnderlyingType(target) ?? target;
        if (plain.IsEnum)
        {
            return Enum.TryParse(plain, text.Replace(" ", ""), ignoreCase: true, out converted);
        }

        return TryConvertPlain(text, plain, out converted);
    }

    private static bool TryConvertPlain(string text, Type target, out object? converted)
    {
        converted = null;
        var reader = TypeDescriptor.GetConverter(target);
        if (!reader.CanConvertFrom(typeof(string)))
        {
            return false;
        }

        try
        {
            converted = reader.ConvertFrom(null, BindingMethod.Culture, text);
            return true;
        }
        catch (Exception)
        {
            // The converters of .NET throw bare Exception for what they cannot read; some read numbers by ChangeType only.
            return TryChangeType(text, target, BindingMethod.Culture, out converted);
        }
    }

    private static bool TryChangeType(string text, Type target, CultureInfo culture, out object? converted)
    {
        converted = null;
        try
        {
            converted = Convert.ChangeType(text, target, culture);
            return true;
        }
        catch (Exception error) when (error is FormatException or OverflowException or InvalidCastException)
        {
            return false;
        }
    }
}
