using System.Reflection;
using Acceptance.Cloud.Sites;

namespace Acceptance.Cloud.Live.Sites;

/// <summary>One key of a section, as the record declares it.</summary>
/// <param name="Key">camelCase, as in the file.</param>
/// <param name="Property">The record's property.</param>
/// <param name="Type">Its type, without the question mark.</param>
/// <param name="Required">The file must have it.</param>
/// <param name="Optional">null is as good as absent.</param>
internal sealed record SiteProperty(string Key, PropertyInfo Property, Type Type, bool Required, bool Optional)
{
    public Lifetime? Lifetime => Property.GetCustomAttribute<LifetimeAttribute>()?.Lifetime;

    public Form? Form => Property.GetCustomAttribute<FormAttribute>()?.Form;

    /// <summary>Of a table's keys.</summary>
    public Form? KeyForm => Property.GetCustomAttribute<KeysAttribute>()?.Form;

    public IReadOnlyList<string> Words => Property.GetCustomAttribute<AllowedAttribute>()?.Words ?? [];

    public BetweenAttribute? Between => Property.GetCustomAttribute<BetweenAttribute>();
}
