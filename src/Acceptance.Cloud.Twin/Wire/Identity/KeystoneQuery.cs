using Acceptance.Cloud.Twin.Wire.OpenStack;

namespace Acceptance.Cloud.Twin.Wire.Identity;

/// <summary>What every list may be filtered by; filters that Keystone does not know it ignores.</summary>
internal static class KeystoneQuery
{
    public static IEnumerable<T> Filter<T>(
        OpenStackRequest request,
        IEnumerable<T> all,
        Func<T, string> name,
        Func<T, bool> enabled
    )
    {
        if (request.Query("name") is { } exact)
            all = all.Where(one => KeystoneBody.Same(name(one), exact));
        if (request.Query("name__contains") is { } part)
            all = all.Where(one => name(one).Contains(part, StringComparison.Ordinal));
        if (request.Query("name__icontains") is { } loose)
            all = all.Where(one => name(one).Contains(loose, StringComparison.OrdinalIgnoreCase));
        if (request.Query("name__startswith") is { } start)
            all = all.Where(one => name(one).StartsWith(start, StringComparison.Ordinal));
        if (request.Query("enabled") is { } flag)
            all = all.Where(one => enabled(one) == flag is not ("false" or "False" or "0"));
        return all;
    }

    /// <summary>A flag of the query: it is meant as soon as it stands there, but for a plain no.</summary>
    public static bool Flag(OpenStackRequest request, string key) =>
        request.Query(key) is { } asked && asked is not ("false" or "False" or "0");
}
