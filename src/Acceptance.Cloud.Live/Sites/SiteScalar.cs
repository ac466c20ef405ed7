using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Acceptance.Cloud.Live.Sites;

/// <summary>One value that is neither object nor list: its type, its range, its words.</summary>
internal sealed partial class SiteScalar(SiteText texts)
{
    /// <summary>A table's key: null, or what is allowed instead.</summary>
    public string? Key(string key, SiteProperty property) => texts.Key(key, property).Allowed;

    /// <summary>The value, or what is allowed instead.</summary>
    public (object? Value, string? Allowed) Read(JsonElement element, Type type, SiteProperty property)
    {
        if (type == typeof(int))
            return Whole(element, property);
        if (type == typeof(bool))
            return element.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? (element.GetBoolean(), null)
                : (null, "true or false");
        if (element.ValueKind != JsonValueKind.String)
            return (null, Expected(type));
        var text = element.GetString()!;
        if (type == typeof(string))
            return texts.Read(text, property);
        if (type == typeof(Uri))
            return Address(text);
        if (type == typeof(TimeSpan))
            return SiteSpan.Of(text) is { } span ? (span, null) : (null, SiteSpan.Allowed);
        if (type == typeof(DateTimeOffset))
            return Moment(text);
        throw new InvalidOperationException(
            $"The site's reader knows no {type.Name}: teach SiteScalar and SiteSchema the type of "
                + $"{property.Property.DeclaringType?.Name}.{property.Property.Name}."
        );
    }

    private static string Expected(Type type) =>
        type == typeof(string) ? "a text"
        : type == typeof(Uri) ? UrlAllowed
        : type == typeof(TimeSpan) ? SiteSpan.Allowed
        : MomentAllowed;

    private const string UrlAllowed = "a URL such as \"https://10.0.0.1:5000/v3\"";
    private const string MomentAllowed = "a moment with its zone, such as \"2026-12-31T00:00:00Z\"";

    private static (object?, string?) Whole(JsonElement element, SiteProperty property)
    {
        var (least, most) = (property.Between?.Least ?? int.MinValue, property.Between?.Most ?? int.MaxValue);
        var allowed =
            property.Between is null ? "a whole number"
            : most == int.MaxValue ? $"a whole number of {least} or more"
            : $"a whole number from {least} to {most}";
        return
            element.ValueKind == JsonValueKind.Number
            && element.TryGetInt32(out var number)
            && number >= least
            && number <= most
            ? (number, null)
            : (null, allowed);
    }

    private static (object?, string?) Address(string text) =>
        SiteForms.IsUrl(text)
        && Uri.TryCreate(text, UriKind.Absolute, out var url)
        && url is { Scheme: "http" or "https", UserInfo: "" }
            ? (url, null)
            : (null, UrlAllowed);

    private static (object?, string?) Moment(string text) =>
        Zoned().IsMatch(text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? (moment, null)
            : (null, MomentAllowed);

    [GeneratedRegex(
        @"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?(Z|[+-]\d{2}:\d{2})$",
        RegexOptions.CultureInvariant,
        SiteForms.MostMilliseconds
    )]
    private static partial Regex Zoned();
}
