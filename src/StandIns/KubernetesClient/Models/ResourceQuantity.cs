using System.Globalization;
using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>An amount with a suffix: "250m", "1.5Gi", "8", "1e3". Written again with the largest suffix that loses nothing.</summary>
[JsonConverter(typeof(ResourceQuantityJsonConverter))]
public class ResourceQuantity
{
    private static readonly (string Suffix, decimal Unit)[] DecimalUnits =
    [
        ("n", 0.000000001m),
        ("u", 0.000001m),
        ("m", 0.001m),
        (string.Empty, 1m),
        ("k", 1e3m),
        ("M", 1e6m),
        ("G", 1e9m),
        ("T", 1e12m),
        ("P", 1e15m),
        ("E", 1e18m),
    ];

    private static readonly (string Suffix, decimal Unit)[] BinaryUnits =
    [
        (string.Empty, 1m),
        ("Ki", 1024m),
        ("Mi", 1048576m),
        ("Gi", 1073741824m),
        ("Ti", 1099511627776m),
        ("Pi", 1125899906842624m),
        ("Ei", 1152921504606846976m),
    ];

    private readonly decimal _amount;

    /// <summary>A missing quantity is 0.</summary>
    public ResourceQuantity(string? v)
    {
        if (v is null)
        {
            Format = SuffixFormat.BinarySI;
            return;
        }

        var text = v.Trim();
        var end = text.AsSpan().IndexOfAnyExceptInRange('+', '9');
        var suffix = end < 0 ? string.Empty : text[end..];
        var number = decimal.Parse(
            end < 0 ? text : text[..end],
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture
        );
        (var unit, Format) = UnitOf(suffix, v);
        _amount = number * unit;
    }

    /// <param name="n">The amount.</param>
    /// <param name="exp">A power of ten it is multiplied by.</param>
    /// <param name="format">How it is written.</param>
    public ResourceQuantity(decimal n, int exp, SuffixFormat format)
    {
        _amount = n * PowerOfTen(exp);
        Format = format;
    }

    public enum SuffixFormat
    {
        DecimalExponent,
        BinarySI,
        DecimalSI,
    }

    public SuffixFormat Format { get; private set; }

    public static implicit operator ResourceQuantity(string? v) => new(v);

    public static implicit operator decimal(ResourceQuantity v) => v.ToDecimal();

    public static implicit operator ResourceQuantity(decimal v) => new(v, 0, SuffixFormat.DecimalExponent);

    public static bool operator ==(ResourceQuantity? left, ResourceQuantity? right) =>
        left is null ? right is null : left.Equals(right);

    public static bool operator !=(ResourceQuantity? left, ResourceQuantity? right) => !(left == right);

    /// <summary>By amount: 1Gi is 1024Mi.</summary>
    public bool Equals(ResourceQuantity? other) => other is not null && _amount == other._amount;

    public override bool Equals(object? obj) => Equals(obj as ResourceQuantity);

    public override int GetHashCode() => _amount.GetHashCode();

    public decimal ToDecimal() => _amount;

    public int ToInt32() => (int)_amount;

    public long ToInt64() => (long)_amount;

    public double ToDouble() => (double)_amount;

    public override string ToString() => CanonicalizeString();

    public string CanonicalizeString() => CanonicalizeString(Format);

    public string CanonicalizeString(SuffixFormat suffixFormat)
    {
        if (_amount == 0)
            return "0";
        if (suffixFormat == SuffixFormat.DecimalExponent)
            return WithExponent();
        var small = Math.Abs(_amount) < 1024 || decimal.Truncate(_amount) != _amount;
        return WithSuffix(suffixFormat == SuffixFormat.BinarySI && !small ? BinaryUnits : DecimalUnits);
    }

    private static (decimal Unit, SuffixFormat Format) UnitOf(string suffix, string whole)
    {
        if (DecimalUnits.FirstOrDefault(unit => unit.Suffix == suffix) is { Unit: > 0 } si)
            return (si.Unit, SuffixFormat.DecimalSI);
        if (BinaryUnits.FirstOrDefault(unit => unit.Suffix == suffix) is { Unit: > 0 } binary)
            return (binary.Unit, SuffixFormat.BinarySI);
        if (suffix[0] is 'e' or 'E' && int.TryParse(suffix.AsSpan(1), CultureInfo.InvariantCulture, out var exponent))
            return (PowerOfTen(exponent), SuffixFormat.DecimalExponent);
        throw new ArgumentException(
            $"'{suffix}' in the quantity '{whole}' is no suffix: n u m k M G T P E, Ki Mi Gi Ti Pi Ei, or e3."
        );
    }

    private static decimal PowerOfTen(int exponent) =>
        decimal.Parse(
            $"1e{exponent}",
            NumberStyles.AllowExponent | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture
        );

    private static string Plain(decimal number) => number.ToString("0.#########", CultureInfo.InvariantCulture);

    private string WithSuffix((string Suffix, decimal Unit)[] units)
    {
        var (suffix, unit) = units.TakeWhile((u, i) => i == 0 || decimal.Remainder(_amount, u.Unit) == 0).Last();
        return Plain(decimal.Ceiling(_amount / unit)) + suffix;
    }

    private string WithExponent()
    {
        var exponent = -9;
        while (exponent <= 15 && decimal.Remainder(_amount, PowerOfTen(exponent + 3)) == 0)
            exponent += 3;
        var mantissa = Plain(decimal.Ceiling(_amount / PowerOfTen(exponent)));
        return exponent == 0 ? mantissa : $"{mantissa}e{exponent}";
    }
}
