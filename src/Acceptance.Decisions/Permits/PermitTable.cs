using Acceptance.Cloud.Permits;

namespace Acceptance.Decisions.Permits;

/// <summary>
/// What each request and argv needs (DESIGN 2). The table is data: an unknown POST, PUT, PATCH, DELETE or verb is
/// mutate.
/// </summary>
public static class PermitTable
{
    /// <summary>Requests that change nothing although their method could.</summary>
    public static IReadOnlyList<(string Method, string PathEnd, string Because)> HarmlessRequests { get; } =
    [("POST", "/auth/tokens", "asking for a token"), ("POST", "/selfsubjectaccessreviews", "asking what one may do")];

    /// <summary>Programs with the verbs (first words) that only read.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> ReadingVerbs { get; } =
        new Dictionary<string, IReadOnlyList<string>>
        {
            ["juju"] =
            [
                "status",
                "machines",
                "models",
                "controllers",
                "show-controller",
                "show-model",
                "show-operation",
                "show-task",
                "operations",
                "config",
                "actions",
                "whoami",
                "switch",
                "export-bundle",
                "show-unit",
                "show-application",
                "version",
                "spaces",
            ],
            ["maas"] =
            [
                "machines read",
                "spaces read",
                "subnets read",
                "ipranges read",
                "subnet ip-addresses",
                "machine read",
                "version read",
            ],
            ["virsh"] =
            [
                "list",
                "domstate",
                "dominfo",
                "domblklist",
                "snapshot-list",
                "snapshot-info",
                "net-list",
                "net-dumpxml",
                "dumpxml",
                "domiflist",
                "domblkinfo",
            ],
            ["qemu-img"] = ["info", "snapshot -l", "check"],
            ["vault"] = ["status"],
            ["k8s"] = ["status", "config"],
            ["ovn-appctl"] = ["connection-status", "cluster/status"],
            ["haproxy"] = ["-c", "-v"],
            ["systemctl"] = ["is-active", "show", "status", "list-units", "is-enabled"],
            ["nginx"] = ["-t", "-v"],
            ["pip3"] = ["show"],
            ["kubectl"] = ["get", "describe", "logs", "version", "api-resources", "wait"],
        };

    /// <summary>Programs that only read, whatever their arguments.</summary>
    public static IReadOnlyList<string> ReadingPrograms { get; } =
    [
        "grep",
        "egrep",
        "cat",
        "head",
        "tail",
        "stat",
        "ls",
        "test",
        "[",
        "[[",
        "true",
        "false",
        "echo",
        "printf",
        "ps",
        "who",
        "uptime",
        "date",
        "journalctl",
        "jq",
        "awk",
        "cut",
        "sort",
        "uniq",
        "wc",
        "tr",
        "id",
        "hostname",
        "uname",
        "which",
        "curl",
        "sleep",
        "openssl",
        "sha512sum",
        "readlink",
        "dpkg-query",
        "ss",
        "cd",
        "exit",
        ":",
    ];

    /// <summary>
    /// What cannot be made undone, or belongs to a teardown (DESIGN 2): a program, and a word that makes it so.
    /// </summary>
    public static IReadOnlyList<(string Program, string Word)> Destroying { get; } =
    [
        ("juju", "destroy-model"),
        ("juju", "destroy-controller"),
        ("juju", "kill-controller"),
        ("juju", "reboot-cluster-from-complete-outage"),
        ("maas", "release"),
        ("maas", "delete"),
        ("virsh", "destroy"),
        ("virsh", "undefine"),
        ("kubectl", "finalizers"),
    ];

    /// <summary>
    /// Requests that only read by their method, but open a way into a container (Kubernetes' subresources).
    /// </summary>
    private static readonly string[] WaysIn = ["/exec", "/attach", "/portforward"];

    public static Permit ForRequest(string method, string path)
    {
        if (method is "GET" or "HEAD" or "OPTIONS")
            return WaysIn.Any(way => path.EndsWith(way, StringComparison.Ordinal)) ? Permit.Mutate : Permit.Observe;
        return HarmlessRequests.Any(harmless =>
            harmless.Method == method && path.EndsWith(harmless.PathEnd, StringComparison.Ordinal)
        )
            ? Permit.Observe
            : Permit.Mutate;
    }

    /// <summary>
    /// Judges a program with its arguments; juju exec, juju ssh, ssh, sudo, bash -c and timeout count as what they
    /// run.
    /// </summary>
    public static Permit ForArgv(IReadOnlyList<string> argv)
    {
        if (argv.Count == 0)
            return Permit.Observe;
        var program = Path.GetFileName(argv[0]);
        var rest = argv.Skip(1).ToArray();
        var needed = OfProgram(program, rest);
        return
            needed > Permit.Observe
            && Destroying.Any(one =>
                one.Program == program && rest.Any(word => word.Contains(one.Word, StringComparison.Ordinal))
            )
            ? Permit.Destroy
            : needed;
    }

    private static Permit OfProgram(string program, string[] rest) =>
        program switch
        {
            "juju" => OfJuju(rest),
            "ssh" => ShellText.Permit(Carried.BySsh(rest)),
            "sudo" => Carried.BySudo(rest) is { Count: > 0 } run ? ForArgv(run) : Permit.Mutate,
            "timeout" => ForArgv([.. rest.SkipWhile(word => word.StartsWith('-')).Skip(1)]),
            "exec" => ForArgv(rest),
            "command" => rest is ["-v", ..] ? Permit.Observe : ForArgv(rest),
            "env" => rest.Length == 0 ? Permit.Observe : Permit.Mutate,
            "bash" or "sh" when rest.FirstOrDefault() is "-c" or "-lc" => ShellText.Permit(
                rest.ElementAtOrDefault(1) ?? ""
            ),
            "maas" => OfVerbs("maas", [.. rest.Skip(1)]),
            "virsh" => OfVerbs(
                "virsh",
                [.. rest.SkipWhile(word => word.StartsWith('-') || word.Contains("://", StringComparison.Ordinal))]
            ),
            "ovn-appctl" => OfVerbs("ovn-appctl", rest is ["-t", _, .. var verbs] ? verbs : rest),
            "socat" => Permit.Observe, // what it is fed decides: ShellText reads the pipe before it
            _ when ReadingVerbs.ContainsKey(program) => OfVerbs(program, rest),
            _ => ReadingPrograms.Contains(program) && ReadingOptions.OnlyRead(program, rest)
                ? Permit.Observe
                : Permit.Mutate,
        };

    private static Permit OfJuju(string[] rest) =>
        rest.FirstOrDefault(word => !word.StartsWith('-')) is "exec" or "ssh"
            ? ShellText.Permit(Carried.ByJuju(rest))
            : OfVerbs("juju", [.. WithoutModel(rest)]);

    private static Permit OfVerbs(string program, IReadOnlyList<string> words)
    {
        var line = string.Join(' ', words);
        var reads = ReadingVerbs[program]
            .Any(verb => line == verb || line.StartsWith(verb + " ", StringComparison.Ordinal));
        // `juju config app key=value` writes; `juju config app key` reads; `juju switch other` moves the operator's
        // own client.
        if (
            reads
            && program == "juju"
            && words[0] == "config"
            && words
                .Skip(1)
                .Any(word => word.StartsWith('-') ? word.Split('=')[0] is "--reset" or "--file" : word.Contains('='))
        )
            return Permit.Mutate;
        if (reads && program == "juju" && words[0] == "switch" && words.Count > 1)
            return Permit.Mutate;
        return reads && ReadingOptions.OnlyRead(program, words) ? Permit.Observe : Permit.Mutate;
    }

    private static IEnumerable<string> WithoutModel(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] is "-m" or "--model" or "-c" or "--controller")
                i++;
            else
                yield return words[i];
        }
    }
}
