using System.Globalization;
using NUnit.Framework.Internal;
using VerifyTests;

namespace VerifyNUnit;

/// <summary>Class.Method, with the arguments of a parameterised test: Class.Method_port=80_name=a.</summary>
internal static class SnapshotName
{
    private static readonly char[] Unfit = ['"', '<', '>', '|', ':', '*', '?', '\\', '/', '\n', '\r', '\t'];

    public static string Prefix(VerifySettings settings, string sourceFile)
    {
        if (!Path.IsPathRooted(sourceFile))
            throw new VerifyException(
                $"'{sourceFile}' is no full path, so the approved file is not to be found: build without a path map."
            );
        var folder = Path.GetDirectoryName(sourceFile)!;
        if (settings.Directory is { } chosen)
            folder = Path.GetFullPath(Path.Combine(folder, chosen));
        return Path.Combine(folder, settings.FileName ?? OfTest(settings));
    }

    private static string OfTest(VerifySettings settings)
    {
        var test = TestExecutionContext.CurrentContext.CurrentTest;
        var method =
            test?.Method?.MethodInfo
            ?? throw new VerifyException("Verify is called inside a test: it names the approved file after it.");
        var type = test.TypeInfo?.Type ?? method.ReflectedType!;
        var typeName = type.DeclaringType is { } outer ? $"{outer.Name}.{type.Name}" : type.Name;
        var parameters = method.GetParameters().Zip(test.Arguments, (p, value) => $"_{p.Name}={Text(value)}");
        return $"{settings.TypeName ?? typeName}.{settings.MethodName ?? method.Name}{string.Concat(parameters)}";
    }

    private static string Text(object? value)
    {
        var text = value switch
        {
            null => "null",
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };
        return string.Concat(text.Select(c => Unfit.Contains(c) ? '-' : c));
    }
}
