using Acceptance.Cloud.Commands;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Live.Shell;
using Acceptance.Cloud.Live.Sites;

namespace Acceptance.Cloud.Live.Hosts;

/// <summary>
/// Command lines on the jumphost, and over ssh on other hosts; by way of the jumphost where that is another machine.
/// </summary>
internal sealed class RemoteShell(Shell.Shell shell, CredentialFiles credentials, Deadlines deadlines) : IRemoteShell
{
    // What ssh itself exits with, and a remote command may: only ssh's own words tell.
    private const int SshFailed = 255;

    private static readonly (string Words, Unreadable Why)[] SshSays =
    [
        ("Connection refused", Unreadable.Refused),
        ("Connection reset", Unreadable.Refused),
        ("Connection closed", Unreadable.Refused),
        ("Permission denied", Unreadable.Unauthorised),
        ("Host key verification failed", Unreadable.UntrustedCertificate),
        ("Could not resolve hostname", Unreadable.Unreachable),
        ("No route to host", Unreadable.Unreachable),
        ("Network is unreachable", Unreadable.Unreachable),
        ("timed out", Unreadable.Unreachable),
    ];

    public async Task<Reading<ShellAnswer>> OnJumphost(CommandLine command, CancellationToken cancel = default)
    {
        var call = new ProgramCall(command) { Within = deadlines.Remote };
        var reading = await shell.Run(call, cancel);
        if (
            reading is Reading<ProgramAnswer>.Seen { Value: { Exit: SshFailed } answer }
            && shell.Jumphost.IsRemote
            && Ssh(answer.Error) is { } why
        )
            return Refused(call, why, shell.Jumphost.Name, answer).As<ShellAnswer>();
        return reading.Map(Answer);
    }

    public async Task<Reading<ShellAnswer>> On(SshHost host, CommandLine command, CancellationToken cancel = default)
    {
        if (credentials.SshKey() is not Reading<string>.Seen { Value: var key })
            return credentials.SshKey().As<ShellAnswer>();
        var login = $"{host.User}@{host.Address}";
        var line = shell.Jumphost.IsRemote
            ? CommandCatalogue.SshByJumphost.Carrying(command, key, shell.Jumphost.Destination, login)
            : CommandCatalogue.Ssh.Carrying(command, key, login);
        var call = new ProgramCall(line) { Within = deadlines.Remote };
        var reading = await shell.Run(call, cancel);
        if (
            reading is Reading<ProgramAnswer>.Seen { Value: { Exit: SshFailed } answer }
            && Ssh(answer.Error) is { } why
        )
            return Refused(call, why, $"{host.Name} ({host.Address})", answer).As<ShellAnswer>();
        return reading.Map(Answer);
    }

    private static Unreadable? Ssh(string error) =>
        SshSays
            .Where(one => error.Contains(one.Words, StringComparison.Ordinal))
            .Select(one => (Unreadable?)one.Why)
            .FirstOrDefault();

    private Failure Refused(ProgramCall call, Unreadable why, string host, ProgramAnswer answer)
    {
        var said = Quiet(answer.Error).Trim().Split('\n')[^1].Trim();
        var remedy =
            why == Unreadable.Unauthorised
                ? "; is the site's credentials.sshKey the key of this user there, in a file of mode 600?"
                : "";
        return shell.Failed(call, answer.At, why, $"ssh to {host} failed: {said}{remedy}", answer.Error);
    }

    private static ShellAnswer Answer(ProgramAnswer answer) => new(answer.Exit, answer.Output, Quiet(answer.Error));

    // Said on every connection, since no known host is kept.
    private static string Quiet(string error) =>
        string.Join(
            '\n',
            error.Split('\n').Where(line => !line.StartsWith("Warning: Permanently added", StringComparison.Ordinal))
        );
}
