using System.Globalization;
using System.Text.RegularExpressions;
using Acceptance.Cloud.Twin.World.Libvirt;

namespace Acceptance.Cloud.Twin.Personas.Libvirt;

/// <summary>What stat -c says of a disk file: who owns it, its mode, its name and its size.</summary>
internal static partial class DiskFileFacts
{
    public static string Stat(PersonaCall call, DiskFile file) =>
        Arguments.Parse(call.Argv, ["-c", "--format"], []) is { Unknown: null } arguments
        && arguments.Value("-c", "--format") is { } format
            ? Directive().Replace(format, match => Directive(call, file, match.Groups[1].Value)) + "\n"
            : throw new NotEmulatedException("stat without -c");

    private static string Directive(PersonaCall call, DiskFile file, string directive)
    {
        var owner = call.World.Libvirt.OwnerOf(file).Split(':');
        return directive switch
        {
            "U" => owner[0],
            "G" => owner[^1],
            "a" => file.Mode,
            "n" => file.Path,
            "s" => file.Length.ToString(CultureInfo.InvariantCulture),
            _ => throw new NotEmulatedException($"stat -c %{directive}"),
        };
    }

    [GeneratedRegex("%([A-Za-z%])", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Directive();
}
