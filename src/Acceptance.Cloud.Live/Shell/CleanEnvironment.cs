using System.Collections;

namespace Acceptance.Cloud.Live.Shell;

/// <summary>
/// The environment of a started program: the user's, without what would aim it at another cloud or make it behave
/// otherwise (an openrc that was sourced, a proxy, another juju's data, a kubeconfig).
/// </summary>
internal sealed class CleanEnvironment(IReadOnlyList<string> path, string home)
{
    private static readonly string[] Foreign =
    [
        "OS_",
        "JUJU_",
        "KUBE",
        "VAULT_",
        "MAAS",
        "LIBVIRT_",
        "VIRSH_",
        "HELM_",
        "GIT_",
        "LC_",
        "BASH_FUNC_",
    ];

    private static readonly string[] Treacherous =
    [
        "BASH_ENV",
        "ENV",
        "CDPATH",
        "GREP_OPTIONS",
        "SSH_ASKPASS",
        "SUDO_ASKPASS",
        "PROMPT_COMMAND",
        "POSIXLY_CORRECT",
    ];

    public IReadOnlyList<string> Path { get; } =
    [
        .. path,
        .. (Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin").Split(
            ':',
            StringSplitOptions.RemoveEmptyEntries
        ),
    ];

    public string Home { get; } = home;

    /// <summary>What differs from the environment of the suite itself; null removes.</summary>
    public IReadOnlyDictionary<string, string?> For(string mark)
    {
        var changes = Environment
            .GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .Select(entry => (string)entry.Key)
            .Where(IsForeign)
            .ToDictionary(name => name, string? (_) => null, StringComparer.Ordinal);
        changes["PATH"] = string.Join(':', Path);
        changes["HOME"] = Home;
        // English words and UTC times, whatever the operator's session speaks.
        changes["LC_ALL"] = "C.UTF-8";
        changes["TZ"] = "UTC";
        changes[Stragglers.Mark] = mark;
        return changes;
    }

    internal static bool IsForeign(string name) =>
        Foreign.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))
        || name.EndsWith("_proxy", StringComparison.OrdinalIgnoreCase)
        || Treacherous.Contains(name, StringComparer.Ordinal);
}
