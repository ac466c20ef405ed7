namespace Acceptance.Decisions.Permits;

/// <summary>
/// What each request and argv needs (DESIGN 2). The table is data: an unknown POST, PUT, PATCH, DELETE or verb is mutate.
/// </summary>
public static class PermitTable
{
    /// <summary>Requests that change nothing although their method could.</summary>
    public static IReadOnlyList<(string Method, string PathEnd, string Because)> HarmlessRequests { get; } =
    [
        ("POST", "/auth/tokens", "asking for a token"),
        ("POST", "/selfsubjectaccessreviews", "asking what one may do"),
    ];

    /// <summary>Programs with the verbs (first words) that only read.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> ReadingVerbs { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["juju"] =
        [
            "status", "machines", "models", "controllers", "show-controller", "show-model", "show-operation", "show-task", "operations", "config", "actions", "whoami",
            "switch", "export-bundle", "show-unit", "show-application", "version", "spaces",
        ],
        ["maas"] = ["machines read", "spaces read", "subnets read", "ipranges read", "subnet ip-addresses", "machine read", "version read"],
        ["virsh"] = ["list", "domstate", "dominfo", "domblklist", "snapshot-list", "snapshot-info", "net-list", "net-dumpxml", "dumpxml", "domiflist", "domblkinfo"],
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
        "grep", "egrep", "cat", "head", "tail", "stat", "ls", "test", "[", "[[", "true", "false", "echo", "printf", "ps", "who", "uptime", "date", "journalctl", "jq", "awk", "cut", "sort",
        "uniq", "wc", "tr", "id", "hostname", "uname", "which", "command", "curl", "timeout", "sleep", "exec", "openssl", "sha512sum", "readlink", "dpkg-query", "ss", "cd", "exit", ":",
    ];

    public static Permit ForRequest(string method, string path)
    {
        if (method is "GET" or "HEAD" or "OPTIONS") return Permit.Observe;
        return HarmlessRequests.Any(harmless => harmless.Method == method && path.EndsWith(harmless.PathEnd, StringComparison.Ordinal))
            ? Permit.Observe
            : Permit.Mutate;
    }

    /// <summary>Judges a program with its arguments; juju exec, juju ssh, ssh, sudo, bash -c and timeout count as what they run.</summary>
    public static Permit ForArgv(IReadOnlyList<string> argv)
    {
        if (argv.Count == 0) return Permit.Observe;
        var program = Path.GetFileName(argv[0]);
        var rest = argv.Skip(1).ToArray();
        return program switch
        {
            "juju" when rest.FirstOrDefault(word => !word.StartsWith('-')) is "exec" or "ssh" => ShellText.Permit(AfterSeparator(rest)),
            "juju" => OfVerbs("juju", [.. WithoutModel(rest)]),
            "ssh" => ShellText.Permit(RemoteCommand(rest)),
            "sudo" => ForArgv([.. rest.SkipWhile(word => word.StartsWith('-'))]),
            "timeout" => ForArgv([.. rest.SkipWhile(word => word.StartsWith('-')).Skip(1)]),
            "bash" or "sh" when rest.FirstOrDefault() is "-c" or "-lc" => ShellText.Permit(rest.ElementAtOrDefault(1) ?? ""),
            "maas" => OfVerbs("maas", [.. rest.Skip(1)]),
            "virsh" => OfVerbs("virsh", [.. rest.SkipWhile(word => word.StartsWith('-') || word.Contains("://", StringComparison.Ordinal))]),
            "ovn-appctl" => rest.Any(word => ReadingVerbs["ovn-appctl"].Contains(word)) ? Permit.Observe : Permit.Mutate,
            "socat" => Permit.Observe, // what it is fed decides: ShellText reads the pipe before it
            "curl" => rest.Any(word => word is "-X" or "-d" or "--data" or "-T" or "--upload-file" or "--request") ? Permit.Mutate : Permit.Observe,
            _ when ReadingVerbs.ContainsKey(program) => OfVerbs(program, rest),
            _ => ReadingPrograms.Contains(program) ? Permit.Observe : Permit.Mutate,
        };
    }

    private static Permit OfVerbs(string program, IReadOnlyList<string> words)
    {
        var line = string.Join(' ', words);
        var reads = ReadingVerbs[program].Any(verb => line == verb || line.StartsWith(verb + " ", StringComparison.Ordinal));
        // `juju config app key=value` writes; `juju config app key` reads; `juju switch other` moves the operator's own client.
        if (reads && program == "juju" && words[0] == "config" && words.Skip(1).Any(word => word.Contains('=') || word == "--reset")) return Permit.Mutate;
        if (reads && program == "juju" && words[0] == "switch" && words.Count > 1) return Permit.Mutate;
        return reads ? Permit.Observe : Permit.Mutate;
    }

    private static IEnumerable<string> WithoutModel(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] is "-m" or "--model" or "-c" or "--controller") i++;
            else yield return words[i];
        }
    }

    private static string AfterSeparator(IReadOnlyList<string> words)
    {
        var separator = words.ToList().IndexOf("--");
        return separator >= 0 ? string.Join(' ', words.Skip(separator + 1)) : words[^1];
    }

    private static string RemoteCommand(IReadOnlyList<string> words)
    {
        var index = 0;
        while (index < words.Count && words[index].StartsWith('-'))
            index += words[index] is "-i" or "-o" or "-p" or "-l" or "-F" or "-J" ? 2 : 1;
        return string.Join(' ', words.Skip(index + 1));
    }
}
