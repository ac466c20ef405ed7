using System.Security.Cryptography;
using System.Text;
using Acceptance.Cloud.Twin.Personas.Shell;

namespace Acceptance.Cloud.Twin.Personas.Ssh;

/// <summary>
/// The host key and what known_hosts says of it: unknown, known, or another one, for the VM was rebuilt under its
/// address (captures ssh-unknown-*, ssh-changed-*).
/// </summary>
internal static class KnownHosts
{
    private const string Bar = "@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\r\n";

    /// <summary>
    /// Says what ssh says of the host's key; the sentence that ends the connection, null when it goes on.
    /// </summary>
    public static async Task<string?> Judge(PersonaCall call, Arguments arguments, string host, string guest)
    {
        var (file, key) = (FileOf(arguments), Key(guest));
        var real = Real(call, file);
        string[] lines = file == "/dev/null" ? [] : [.. (await call.Read(real)).Lines];
        var at = Array.FindIndex(lines, line => line.Split(' ')[0].Split(',').Contains(host));
        if (at < 0)
            return await Unknown(call, arguments, host, key);
        return lines[at].Contains(key, StringComparison.Ordinal)
            ? null
            : Changed(call, arguments, host, key, line: at + 1);
    }

    private static async Task<string?> Unknown(PersonaCall call, Arguments arguments, string host, string key)
    {
        var file = FileOf(arguments);
        // A call that names no file of its own trusts the twin's host: its operator has been there before.
        if (Strict(arguments) is not ("no" or "accept-new" or "off"))
            return file == "/dev/null" ? null : "Host key verification failed.";
        var unwritten =
            file == "/dev/null"
                ? null
                : await call.Write(Real(call, file), $"{host} ssh-ed25519 {key}\n", append: true);
        if (unwritten is not null)
            call.Err($"Failed to add the host to the list of known hosts ({PathMapping.Back(file, call.Host)}).\r\n");
        else if (!arguments.Has("-q"))
            call.Err($"Warning: Permanently added '{host}' (ED25519) to the list of known hosts.\r\n");
        return null;
    }

    private static string? Changed(PersonaCall call, Arguments arguments, string host, string key, int line)
    {
        var named = PathMapping.Back(FileOf(arguments), call.Host);
        call.Err(Warning(host, named, key, line));
        if (Strict(arguments) is not ("no" or "off"))
            return $"Host key for {host} has changed and you have requested strict checking.\r\n"
                + "Host key verification failed.";
        call.Err(
            "Password authentication is disabled to avoid man-in-the-middle attacks.\r\n"
                + "Keyboard-interactive authentication is disabled to avoid man-in-the-middle attacks.\r\n"
        );
        return null;
    }

    private static string Warning(string host, string named, string key, int line)
    {
        var fingerprint = Convert.ToBase64String(SHA256.HashData(Convert.FromBase64String(key))).TrimEnd('=');
        return $"{Bar}@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\r\n"
            + $"{Bar}IT IS POSSIBLE THAT SOMEONE IS DOING SOMETHING NASTY!\r\n"
            + "Someone could be eavesdropping on you right now (man-in-the-middle attack)!\r\n"
            + "It is also possible that a host key has just been changed.\r\n"
            + "The fingerprint for the ED25519 key sent by the remote host is\n"
            + $"SHA256:{fingerprint}.\r\n"
            + "Please contact your system administrator.\r\n"
            + $"Add correct host key in {named} to get rid of this message.\r\n"
            + $"Offending ED25519 key in {named}:{line}\r\n"
            + $"  remove with:\r\n  ssh-keygen -f \"{named}\" -R \"{host}\"\r\n";
    }

    private static string FileOf(Arguments arguments) => Option(arguments, "UserKnownHostsFile") ?? "/dev/null";

    private static string Strict(Arguments arguments) => Option(arguments, "StrictHostKeyChecking") ?? "ask";

    private static string? Option(Arguments arguments, string name) =>
        arguments
            .Values("-o")
            .Select(option => option.Split('=', 2))
            .FirstOrDefault(option => option.Length == 2 && option[0] == name)
            ?[1];

    private static string Real(PersonaCall call, string file) =>
        file.StartsWith("~/", StringComparison.Ordinal)
            ? Path.Combine(call.Env.GetValueOrDefault("HOME", ""), file[2..])
            : Path.Combine(call.Cwd, file);

    /// <summary>The public key of a guest: the same for as long as it is the same guest.</summary>
    public static string Key(string guest) =>
        Convert.ToBase64String([
            0,
            0,
            0,
            11,
            .. "ssh-ed25519"u8,
            0,
            0,
            0,
            32,
            .. SHA256.HashData(Encoding.UTF8.GetBytes(guest)),
        ]);
}
