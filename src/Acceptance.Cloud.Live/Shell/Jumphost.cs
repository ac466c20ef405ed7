using Acceptance.Cloud.Shells;
using Acceptance.Cloud.Sites;

namespace Acceptance.Cloud.Live.Shell;

/// <summary>The host from which the cloud is asked: this one, or one that ssh reaches.</summary>
internal sealed class Jumphost(SiteJumphost site, string home)
{
    private static readonly string[] Ssh = ["ssh", "-o", "BatchMode=yes", "-o", "ConnectTimeout=10"];

    /// <summary>HOME of started programs and the folder where images are staged, on this machine.</summary>
    public string Home { get; } = home;

    public bool IsRemote => site.Address is not null;

    /// <summary>What an operator calls it.</summary>
    public string Name => site.Address ?? "this host";

    public string Destination => site.User is { } user ? $"{user}@{site.Address}" : site.Address!;

    public IReadOnlyList<string> Path => site.Path;

    /// <summary>
    /// The words that run a program there. Its PATH and HOME travel with it, since ssh carries no environment.
    /// </summary>
    public IReadOnlyList<string> Carry(IReadOnlyList<string> words) =>
        IsRemote ? [.. Ssh, Destination, "--", RemoteLine(words)] : words;

    private string RemoteLine(IReadOnlyList<string> words)
    {
        List<string> settings = ["LC_ALL=C.UTF-8", "TZ=UTC"];
        if (site.Home is { } there)
            settings.Add($"HOME={ShellQuoting.QuoteIfNeeded(there)}");
        if (site.Path.Count > 0)
            settings.Add($"PATH={ShellQuoting.QuoteIfNeeded(string.Join(':', site.Path))}:\"$PATH\"");
        return $"env -u OS_CLOUD -u KUBECONFIG -u BASH_ENV {string.Join(' ', settings)} {ShellQuoting.Line(words)}";
    }
}
