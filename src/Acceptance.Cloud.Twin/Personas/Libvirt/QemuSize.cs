using System.Globalization;

namespace Acceptance.Cloud.Twin.Personas.Libvirt;

/// <summary>Sizes as qemu-img reads and prints them.</summary>
internal static class QemuSize
{
    private const string Suffixes = "kMGTPE";

    private static readonly string[] Words = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];

    /// <summary>"512G" in bytes; a bare number is bytes already; null when it is no size.</summary>
    public static long? Parse(string text)
    {
        var digits = text.TrimEnd("kKMGTPEb".ToCharArray());
        if (!double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return null;
        var suffix = text[digits.Length..];
        if (suffix.Length > 1)
            return null;
        var power = suffix is "" or "b"
            ? 0
            : Suffixes.IndexOf(suffix == "K" ? 'k' : suffix[0], StringComparison.Ordinal) + 1;
        return (long)(number * Math.Pow(1024, power));
    }

    /// <summary>"512 GiB", three digits at most.</summary>
    public static string Of(long bytes)
    {
        double number = bytes;
        var unit = 0;
        while (number >= 1000 && unit < Words.Length - 1)
        {
            number /= 1024;
            unit++;
        }

        var text =
            number >= 100
                ? number.ToString("F0", CultureInfo.InvariantCulture)
                : number.ToString(number >= 10 ? "0.#" : "0.##", CultureInfo.InvariantCulture);
        return $"{text} {Words[unit]}";
    }
}
