using System.Globalization;
using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>A port or a share, by number or by name: 8080, "http", "25%".</summary>
[JsonConverter(typeof(IntOrStringJsonConverter))]
public class IntOrString
{
    public string? Value { get; private init; }

    public static implicit operator IntOrString(int v) => v.ToString(CultureInfo.InvariantCulture);

    public static implicit operator IntOrString(long v) => v.ToString(CultureInfo.InvariantCulture);

    public static implicit operator string?(IntOrString? v) => v?.Value;

    public static implicit operator IntOrString(string? v) => new() { Value = v };

    public override string? ToString() => Value;

    public int ToInt() => int.Parse(Value!, CultureInfo.InvariantCulture);
}
