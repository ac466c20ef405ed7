namespace Acceptance.Conformance.Tests.Runbooks.Finding;

/// <summary>
/// The words of the programs' commands, so that a command inside a sentence ends where the sentence goes on.
/// </summary>
internal static class Vocabulary
{
    private static readonly Dictionary<string, HashSet<string>> Words = new()
    {
        ["openstack"] =
        [
            "server",
            "list",
            "show",
            "start",
            "stop",
            "delete",
            "create",
            "project",
            "coe",
            "cluster",
            "config",
            "template",
            "image",
            "loadbalancer",
            "amphora",
            "failover",
            "hypervisor",
            "router",
            "remove",
            "unset",
            "set",
            "subnet",
            "network",
            "security",
            "group",
            "token",
            "issue",
            "catalog",
            "status",
            "port",
            "router",
        ],
        ["kubectl"] =
        [
            "get",
            "patch",
            "create",
            "expose",
            "delete",
            "describe",
            "wait",
            "logs",
            "svc",
            "deploy",
            "pods",
            "nodes",
            "cluster",
            "openstackcluster",
            "machines",
            "rr",
        ],
        ["juju"] =
        [
            "status",
            "switch",
            "models",
            "machines",
            "run",
            "ssh",
            "exec",
            "config",
            "resolved",
            "login",
            "logout",
            "show-operation",
            "actions",
            "vault",
            "export-bundle",
            "remove-machine",
            "whoami",
            "controllers",
            "refresh",
        ],
        ["maas"] =
        [
            "admin",
            "list",
            "whoami",
            "machines",
            "machine",
            "spaces",
            "subnet",
            "subnets",
            "read",
            "ipaddresses",
            "release",
            "discoveries",
        ],
        ["virsh"] =
        [
            "list",
            "domstate",
            "setmem",
            "setmaxmem",
            "net-list",
            "net-destroy",
            "net-undefine",
            "detach-interface",
            "start",
            "shutdown",
            "destroy",
            "undefine",
            "network",
            "dumpxml",
        ],
        ["vault"] = ["operator", "init", "unseal"],
        ["haproxy"] = [],
        ["systemctl"] = ["reload", "restart", "haproxy", "nginx"],
        ["k8s"] = ["bootstrap"],
        ["snap"] = ["remove", "k8s"],
        ["helm"] = ["install", "version", "cert-manager"],
        ["clusterctl"] = ["init"],
        ["command"] = ["helm"],
        ["env"] = ["sh"],
        ["source"] = [],
        ["ssh"] = [],
        ["curl"] = [],
    };

    public static bool Has(string program, string word) =>
        Words.TryGetValue(program, out var words) && words.Contains(word);

    /// <summary>A program of commands begins with one of them; others take what they are given.</summary>
    public static bool IsFirst(string program, string word) =>
        !Words.TryGetValue(program, out var words) || words.Count == 0 || words.Contains(word);

    /// <summary>More words than this, or it only names the program or a family of its commands.</summary>
    public static int LeastWords(IReadOnlyList<string> words) =>
        words[0] == "openstack" || words is ["maas", "admin", ..] ? 2
        : words[0] == "uptime" ? 0
        : 1;
}
