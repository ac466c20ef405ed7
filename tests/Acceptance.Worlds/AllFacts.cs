using System.Reflection;
using Acceptance.Cloud.Facts;
using Acceptance.Decisions.Checks;

namespace Acceptance.Worlds;

/// <summary>Every fact key that the suite has.</summary>
public static class AllFacts
{
    public static IReadOnlyList<FactKey> Keys { get; } =
    [
        .. new[] { typeof(FactKey).Assembly, typeof(CheckCatalogue).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .Where(property => property.PropertyType.IsAssignableTo(typeof(FactKey)))
            .Select(property => (FactKey)property.GetValue(null)!),
    ];

    /// <summary>Whether it is the reading of a fact that only a deed of a run sees, and none did.</summary>
    public static bool IsWitnessed(object reading) =>
        reading.ToString()!.Contains("nothing of it was seen", StringComparison.Ordinal);
}
