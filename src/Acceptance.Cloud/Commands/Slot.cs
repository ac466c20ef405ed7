using System.Text.RegularExpressions;

namespace Acceptance.Cloud.Commands;

/// <summary>
/// Where a value of the site or of the cloud goes in a command: an argument of its own, in a form. None begins with a
/// dash, so that no program takes a value for an option, and none holds a control.
/// </summary>
public sealed partial record Slot
{
    private const int Longest = 4096;

    // Each of the expressions reads its text in one pass: generated code is ready at once, an automaton is not.
    private const int MostMilliseconds = 1_000;

    private readonly Func<string, bool> _fits;

    private Slot(string name, string form, Func<string, bool> fits) => (Name, Form, _fits) = (name, form, fits);

    /// <summary>What an operator calls it: "unit", "domain".</summary>
    public string Name { get; }

    /// <summary>The form, as a sentence goes on with it: "APPLICATION/NUMBER".</summary>
    public string Form { get; }

    /// <summary>Takes all the values that are left, at least one.</summary>
    public bool Many { get; private init; }

    public static Slot Model { get; } = new("model", "CONTROLLER:MODEL", Models().IsMatch);

    public static Slot Units { get; } = new("units", "APPLICATION/NUMBER, parted by commas", UnitNames().IsMatch);

    public static Slot Application { get; } = new("application", "an application's name", Names().IsMatch);

    public static Slot Option { get; } = new("option", "a charm option's name", Names().IsMatch);

    public static Slot Profile { get; } = new("profile", "a MAAS profile's name", Names().IsMatch);

    public static Slot Package { get; } = new("package", "a Python package's name", Names().IsMatch);

    public static Slot Domain { get; } = new("domain", "a libvirt domain's name", _ => true);

    public static Slot Uri { get; } = new("uri", "a libvirt URI", Uris().IsMatch);

    public static Slot File { get; } = new("file", "an absolute path", IsPath);

    public static Slot Files { get; } = new("files", "absolute paths", IsPath) { Many = true };

    public static Slot Address { get; } = new("address", "a host's name or address", Hosts().IsMatch);

    public static Slot Addresses { get; } =
        new("addresses", "hosts' names or addresses", Hosts().IsMatch) { Many = true };

    public static Slot Port { get; } = new("port", "a port's number", Ports().IsMatch);

    public static Slot Url { get; } = new("url", "an http or https URL", Urls().IsMatch);

    public static Slot Login { get; } = new("login", "USER@ADDRESS, or an address", Logins().IsMatch);

    public bool Takes(string value) =>
        value.Length is > 0 and <= Longest && value[0] != '-' && !value.Any(char.IsControl) && _fits(value);

    private static bool IsPath(string value) => value[0] == '/';

    [GeneratedRegex(@"^[\w.@+-]+:([\w.@+-]+/)?[\w.-]+\z", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex Models();

    [GeneratedRegex(
        @"^[a-z][a-z0-9-]*/[0-9]+(,[a-z][a-z0-9-]*/[0-9]+)*\z",
        RegexOptions.CultureInvariant,
        MostMilliseconds
    )]
    private static partial Regex UnitNames();

    [GeneratedRegex(@"^[\w.+-]+\z", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex Names();

    [GeneratedRegex(@"^[a-z][a-z0-9+.-]*://[\w.@:\[\]/?=&%,~+-]*\z", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex Uris();

    [GeneratedRegex(@"^[\w.:%-]+\z", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex Hosts();

    [GeneratedRegex(@"^[0-9]{1,5}\z", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex Ports();

    [GeneratedRegex(@"^https?://[\w.:\[\]%-]+(/[\w.:@/%~+,=&?-]*)?\z", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex Urls();

    [GeneratedRegex(@"^([\w.+-]+@)?[\w.:%\[\]-]+\z", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex Logins();
}
