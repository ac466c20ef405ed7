using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Allure.Net.Commons;

namespace Allure.NUnit.Core;

/// <summary>By what a report knows that today's test is yesterday's: a name for the method, hashes for the test and its parameters.</summary>
internal static class Identity
{
    public static string FullName(MethodInfo method) =>
        $"{Name(method.DeclaringType!)}.{method.Name}({string.Join(',', method.GetParameters().Select(p => Name(p.ParameterType)))})";

    public static string History(string fullName, IEnumerable<Parameter> parameters) =>
        Hash(
            JsonSerializer.Serialize(
                new
                {
                    fullName,
                    parameters = parameters
                        .Where(p => !p.excluded)
                        .OrderBy(p => p.name, StringComparer.Ordinal)
                        .Select(p => p.value),
                }
            )
        );

    // MD5 is the width a report expects of an id, and nothing is kept secret by it.
    public static string Hash(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Name(Type type)
    {
        var assembly = type.Assembly == typeof(object).Assembly ? string.Empty : type.Assembly.GetName().Name + ":";
        var arguments = type.GetGenericArguments();
        var plain = (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName ?? type.Name;
        return assembly
            + plain
            + (arguments.Length == 0 ? string.Empty : $"[{string.Join(',', arguments.Select(Name))}]");
    }
}
