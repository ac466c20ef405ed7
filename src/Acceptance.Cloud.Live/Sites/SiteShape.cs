using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Acceptance.Cloud.Sites;

namespace Acceptance.Cloud.Live.Sites;

/// <summary>
/// The shape of a site file, read off the records: a property added there is known here, to the reader and to the
/// schema.
/// </summary>
internal static class SiteShape
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<SiteProperty>> Shapes = new();

    /// <summary>A record of the site's own vocabulary: an object in the file.</summary>
    public static bool IsSection(Type type) => type.IsClass && type.Namespace == typeof(Site).Namespace;

    public static IReadOnlyList<SiteProperty> Of(Type section) => Shapes.GetOrAdd(section, Read);

    /// <summary>The element type of a list; null for anything else.</summary>
    public static Type? ElementOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            ? type.GetGenericArguments()[0]
            : null;

    /// <summary>The value type of a table with text keys; null for anything else.</summary>
    public static Type? TableOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)
            ? type.GetGenericArguments()[1]
            : null;

    private static IReadOnlyList<SiteProperty> Read(Type section)
    {
        var nullability = new NullabilityInfoContext();
        // A positional record is made from its parameters: those without a default are required.
        var positional = section
            .GetConstructors()
            .SelectMany(made => made.GetParameters())
            .Where(one => !one.HasDefaultValue)
            .Select(one => one.Name)
            .ToHashSet();
        return
        [
            .. section
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(one => one.SetMethod is not null)
                .Select(one => new SiteProperty(
                    JsonNamingPolicy.CamelCase.ConvertName(one.Name),
                    one,
                    Nullable.GetUnderlyingType(one.PropertyType) ?? one.PropertyType,
                    one.IsDefined(typeof(RequiredMemberAttribute)) || positional.Contains(one.Name),
                    nullability.Create(one).WriteState == NullabilityState.Nullable
                )),
        ];
    }
}
