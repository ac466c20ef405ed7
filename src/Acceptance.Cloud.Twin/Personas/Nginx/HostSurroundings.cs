using System.IO.Enumeration;
using System.Net;
using Acceptance.Cloud.Twin.World.Nginx;

namespace Acceptance.Cloud.Twin.Personas.Nginx;

/// <summary>The host on which a configuration is tested: its files in the twin's root, its names, its users.</summary>
internal static class HostSurroundings
{
    /// <summary>The users that Ubuntu makes, as far as daemons run as them.</summary>
    private static readonly string[] Users =
    [
        "root",
        "daemon",
        "bin",
        "sys",
        "nobody",
        "nogroup",
        "www-data",
        "backup",
        "mail",
        "proxy",
        "ubuntu",
        "syslog",
        "adm",
    ];

    public static NginxSurroundings Of(PersonaCall call) =>
        new()
        {
            Read = path => File.Exists(Real(call, path)) ? File.ReadAllText(Real(call, path)) : null,
            Matching = pattern => Matching(call, pattern),
            HasFolder = path => Directory.Exists(Real(call, path)),
            Resolves = host => Resolves(call, host),
            // All of the twin's addresses are loopback's; what is neither that nor "any" is no address of its hosts.
            IsOwn = host =>
                !IPAddress.TryParse(host.Trim('[', ']'), out var address)
                || IPAddress.IsLoopback(address)
                || address.Equals(IPAddress.Any)
                || address.Equals(IPAddress.IPv6Any),
            HasUser = user =>
                Users.Contains(user)
                || (
                    call.Host.Files.Read("/etc/passwd")
                        ?.Split('\n')
                        .Any(line => line.StartsWith($"{user}:", StringComparison.Ordinal))
                    ?? false
                ),
            IsRoot = call.Elevated,
        };

    /// <summary>The jumphost's operator may name files of the home.</summary>
    private static string Real(PersonaCall call, string path) =>
        call.World.Jumphost.Home is { Length: > 1 } home && path.StartsWith(home + "/", StringComparison.Ordinal)
            ? path
            : call.Host.Root + path;

    private static List<string> Matching(PersonaCall call, string pattern)
    {
        var slash = pattern.LastIndexOf('/');
        var (folder, start) = (Real(call, pattern[..slash]), pattern[..(slash + 1)]);
        if (pattern.AsSpan(0, slash).ContainsAny("*?[") || pattern.Contains('[', StringComparison.Ordinal))
            throw new NotEmulatedException("nginx's include with a pattern of folders or of letters");
        if (!Directory.Exists(folder))
            return [];
        return
        [
            .. Directory
                .EnumerateFiles(folder)
                .Select(Path.GetFileName)
                .OfType<string>()
                .Where(name =>
                    !name.StartsWith('.')
                    && FileSystemName.MatchesSimpleExpression(pattern.AsSpan(slash + 1), name, ignoreCase: false)
                )
                .Order(StringComparer.Ordinal)
                .Select(name => start + name),
        ];
    }

    private static bool Resolves(PersonaCall call, string host)
    {
        if (IPAddress.TryParse(host, out _) || host == "localhost" || host == call.Host.Name)
            return true;
        if (
            call.Host.Files.Read("/etc/hosts") is { } hosts
            && hosts
                .Split('\n')
                .Any(line => line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Skip(1).Contains(host))
        )
            return true;
        // MAAS serves the names of its machines and of their containers.
        return call.World.Juju.AllMachines.Any(machine =>
            host == machine.Hostname || host == machine.Hostname + ".maas"
        );
    }
}
