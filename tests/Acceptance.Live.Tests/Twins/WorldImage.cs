using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Acceptance.Cloud.Twin;
using Acceptance.Cloud.Twin.Wire;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Identity;
using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Live.Tests.Twins;

/// <summary>
/// All that a twin's world holds, field by field, and the files of its home: to tell whether something changed.
/// </summary>
internal static class WorldImage
{
    /// <summary>
    /// What a question leaves other, and is no change of the cloud: the time, what was recorded, how often the wires
    /// were called, what is drawn; the entry that `juju exec` leaves in the operations' log, and a token that was
    /// issued.
    /// </summary>
    private static readonly Type[] LeftOut =
    [
        typeof(VirtualClock),
        typeof(FlightRecorder),
        typeof(Callers),
        typeof(JujuOperations),
        typeof(Tokens),
        typeof(Random),
        typeof(Pki),
        typeof(Delegate),
        typeof(Type),
    ];

    private const BindingFlags Own =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    // The kernel's own numbers, and what the suite keeps for itself.
    private static readonly string[] NotTheCloud = ["/proc/", "/.acceptance/"];

    // An object keeps its number, so that a picture does not depend on the way by which it was come to.
    private static readonly ConditionalWeakTable<object, string> Names = [];
    private static int _named;

    public static SortedDictionary<string, string> Of(Twin twin)
    {
        SortedDictionary<string, string> image = new(StringComparer.Ordinal);
        lock (twin.World.Gate)
            Walk(twin.World, image, new HashSet<object>(ReferenceEqualityComparer.Instance));
        foreach (var file in Directory.EnumerateFiles(twin.Home, "*", SearchOption.AllDirectories))
            if (!NotTheCloud.Any(folder => file.Contains(folder, StringComparison.Ordinal)))
                image[file] =
                    $"{File.GetUnixFileMode(file)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}";
        return image;
    }

    /// <summary>What is other in the second: "PATH: BEFORE -> AFTER".</summary>
    public static IReadOnlyList<string> Changes(
        SortedDictionary<string, string> before,
        SortedDictionary<string, string> after
    ) =>
        [
            .. before
                .Keys.Union(after.Keys)
                .Where(path => before.GetValueOrDefault(path) != after.GetValueOrDefault(path))
                .Select(path => $"{path}: {before.GetValueOrDefault(path)} -> {after.GetValueOrDefault(path)}"),
        ];

    /// <summary>The object's name; what it holds goes into the image.</summary>
    private static string Walk(object value, SortedDictionary<string, string> image, HashSet<object> seen)
    {
        var name = Names.GetValue(value, one => $"{one.GetType().Name}#{Interlocked.Increment(ref _named)}");
        if (!seen.Add(value))
            return name;
        foreach (var field in Fields(value.GetType()))
            image[$"{name}.{field.Name}"] = Shown(field.GetValue(value), image, seen);
        return name;
    }

    private static string Shown(object? value, SortedDictionary<string, string> image, HashSet<object> seen) =>
        value switch
        {
            null => "null",
            _ when LeftOut.Any(type => type.IsInstanceOfType(value)) => "left out",
            string or IFormattable or bool or char => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
            IEnumerable items => string.Join(", ", items.Cast<object?>().Select(item => Shown(item, image, seen))),
            ITuple tuple => string.Join(
                ", ",
                Enumerable.Range(0, tuple.Length).Select(at => Shown(tuple[at], image, seen))
            ),
            _ when value.GetType().IsValueType => string.Join(
                ", ",
                value
                    .GetType()
                    .GetFields(Own)
                    .Select(field => $"{field.Name} {Shown(field.GetValue(value), image, seen)}")
            ),
            _ => Walk(value, image, seen),
        };

    private static IEnumerable<FieldInfo> Fields(Type? type)
    {
        for (; type is not null && IsOurs(type); type = type.BaseType)
        {
            foreach (var field in type.GetFields(Own))
                yield return field;
        }
    }

    private static bool IsOurs(Type type) =>
        type.Assembly == typeof(Twin).Assembly
        || type.FullName!.StartsWith("System.ValueTuple", StringComparison.Ordinal);
}
