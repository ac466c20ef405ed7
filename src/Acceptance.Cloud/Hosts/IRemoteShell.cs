using Acceptance.Cloud.Commands;

namespace Acceptance.Cloud.Hosts;

/// <summary>
/// A shell on the jumphost (local, or over ssh where the site says so) and, from there, on other hosts. stdin is
/// closed.
/// </summary>
public interface IRemoteShell
{
    /// <summary>Runs a command on the jumphost. The exit code is part of the answer, not a failure.</summary>
    Task<Reading<ShellAnswer>> OnJumphost(CommandLine command, CancellationToken cancel = default);

    /// <summary>Runs a command on a host over ssh (user@address, key from the site).</summary>
    Task<Reading<ShellAnswer>> On(SshHost host, CommandLine command, CancellationToken cancel = default);
}
