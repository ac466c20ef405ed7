using Acceptance.Cloud.Shells;
using Acceptance.Cloud.Twin.Wire.Personas;

namespace Acceptance.Cloud.Twin.Personas.Shell;

/// <summary>The one program behind every persona's name, filled in for a host of a twin.</summary>
internal static class PersonaScript
{
    /// <summary>What a persona tells the twin of its environment.</summary>
    public static IReadOnlyList<string> Variables { get; } =
    [
        "HOME",
        "USER",
        "PATH",
        "JUJU_MODEL",
        "JUJU_CONTROLLER",
        "VAULT_ADDR",
        "VAULT_CACERT",
        "VAULT_TOKEN",
        "LIBVIRT_DEFAULT_URI",
        "KUBECONFIG",
        "TWIN_SUDO",
        "TWIN_PTY",
        "TWIN_UNIT",
        "ACCEPTANCE_HERE",
    ];

    public static string Bash { get; } = Find("bash");

    public static string Sed { get; } = Find("sed");

    public static string Env { get; } = Find("env");

    public static string Date { get; } = Find("date");

    public static string For(string host, PersonaDoor door) =>
        Template()
            .Replace("@BASH@", Bash, StringComparison.Ordinal)
            .Replace("@CAT@", Find("cat"), StringComparison.Ordinal)
            .Replace("@HEAD@", Find("head"), StringComparison.Ordinal)
            .Replace("@STAT@", Find("stat"), StringComparison.Ordinal)
            .Replace("@MKDIR@", Find("mkdir"), StringComparison.Ordinal)
            .Replace("@ADDRESS@", door.Address, StringComparison.Ordinal)
            .Replace("@PORT@", $"{door.Port}", StringComparison.Ordinal)
            .Replace("@DOOR@", ShellQuoting.Quote(door.File), StringComparison.Ordinal)
            .Replace("@VARIABLES@", string.Join(' ', Variables), StringComparison.Ordinal)
            .Replace("@HOST@", host, StringComparison.Ordinal);

    /// <summary>
    /// The machine's own program, by its full path: inside a twin's PATH the name might be a persona.
    /// </summary>
    public static string Find(string program) =>
        new[] { "/usr/bin", "/bin", "/usr/local/bin", "/usr/sbin", "/sbin" }
            .Select(folder => $"{folder}/{program}")
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException(
            $"The twin's personas need {program} in /usr/bin or /bin, and this machine has none: install it."
        );

    private static string Template()
    {
        using var stream = typeof(PersonaScript).Assembly.GetManifestResourceStream("persona.sh")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
