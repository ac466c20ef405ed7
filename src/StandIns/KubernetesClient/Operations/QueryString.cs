using System.Globalization;

namespace k8s;

/// <summary>The parameters of a request; what is null is not sent.</summary>
internal sealed class QueryString
{
    private readonly List<string> _pairs = [];

    public QueryString With(string name, string? value)
    {
        if (value is not null)
            _pairs.Add($"{name}={Uri.EscapeDataString(value)}");
        return this;
    }

    public QueryString With(string name, int? value) => With(name, value?.ToString(CultureInfo.InvariantCulture));

    public QueryString With(string name, bool? value) => With(name, value is { } set ? (set ? "true" : "false") : null);

    public override string ToString() => _pairs.Count == 0 ? string.Empty : "?" + string.Join('&', _pairs);
}
