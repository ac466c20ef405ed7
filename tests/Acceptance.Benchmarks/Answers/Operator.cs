using System.Diagnostics;
using System.Globalization;
using Acceptance.Benchmarks.Measuring;
using Acceptance.Cloud.Sites;

namespace Acceptance.Benchmarks.Answers;

/// <summary>
/// The operator's side: one bash a question, with the real clients and the openrc of the twin's home, one question
/// after the other.
/// </summary>
internal sealed class Operator(Ground ground, Site site, TimeProvider clock)
{
    private static readonly (string Program, string Install)[] Clients =
    [
        ("bash", "apt install bash"),
        ("jq", "apt install jq"),
        ("curl", "apt install curl"),
        ("openstack", "apt install python3-openstackclient python3-octaviaclient python3-magnumclient"),
        ("kubectl", "kubectl 1.32 or newer, https://kubernetes.io/docs/tasks/tools/"),
    ];

    private static string Path => Environment.GetEnvironmentVariable("PATH") ?? "";

    /// <exception cref="MissingClientException">One of them is not on PATH.</exception>
    public static void NeedClients()
    {
        string[] missing =
        [
            .. Clients
                .Where(client =>
                    !Path.Split(':').Any(folder => File.Exists(System.IO.Path.Combine(folder, client.Program)))
                )
                .Select(client => $"{client.Program} ({client.Install})"),
        ];
        if (missing.Length > 0)
            throw new MissingClientException(
                "The real clients are what our answers are compared with, and these are not on PATH: "
                    + $"{string.Join("; ", missing)}."
            );
    }

    /// <summary>
    /// Once each and not counted: python's and kubectl's own caches are filled, as in an operator's home.
    /// </summary>
    public async Task WarmUp()
    {
        await Run(
            "openstack token issue -f json >/dev/null; kubectl --kubeconfig ~/capi-mgmt.kubeconfig get nodes "
                + ">/dev/null; kubectl --kubeconfig \"$WORKLOAD\" get nodes >/dev/null",
            tenant: false
        );
    }

    public async Task<(IReadOnlyList<string> Lines, TimeSpan Wall)> Ask(Question question)
    {
        var start = clock.GetTimestamp();
        var printed = await Run(question.Line, question.InTenant);
        return (Answer.Sorted(printed.Split('\n', StringSplitOptions.RemoveEmptyEntries)), clock.GetElapsedTime(start));
    }

    private async Task<string> Run(string line, bool tenant)
    {
        var narrowed = tenant ? "export OS_PROJECT_NAME=\"$PROJECT\" OS_PROJECT_DOMAIN_NAME=\"$DOMAIN\"\n" : "";
        var start = new ProcessStartInfo("bash", ["-c", $"set -euo pipefail\nsource ~/admin-openrc\n{narrowed}{line}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = ground.Home,
        };
        start.Environment.Clear();
        foreach (var (name, value) in Variables())
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var complaints = process.StandardError.ReadToEndAsync();
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode == 0)
            return printed;
        if ((await complaints).Contains("is not an openstack command", StringComparison.Ordinal))
            throw new MissingClientException(
                $"The openstack client lacks a plugin ({Clients[3].Install}): {await complaints}"
            );
        throw new InvalidOperationException($"bash exited with {process.ExitCode} on: {line}\n{await complaints}");
    }

    /// <summary>
    /// Nothing of whoever runs this but PATH: an OS_ variable or a proxy of theirs would lead the clients elsewhere.
    /// </summary>
    private IEnumerable<(string Name, string Value)> Variables() =>
        [
            ("HOME", ground.Home),
            ("PATH", Path),
            ("LANG", "C.UTF-8"),
            ("PROJECT", site.Workload!.Project),
            ("DOMAIN", site.Workload.Domain),
            ("MANAGEMENT", site.Management!.Server),
            ("IMAGE", site.Workload.Image.Name),
            ("TEMPLATE", site.Workload.Template.Name),
            ("CLUSTER", site.Workload.Cluster),
            ("WORKLOAD", ground.WorkloadKubeconfig),
            ("PLACEMENT", ground.Placement),
            ("AMPHORA_RAM", Text(site.Octavia!.AmphoraRamMb)),
            ("AMPHORA_VCPUS", Text(site.Octavia.AmphoraVcpus)),
            ("AMPHORA_DISK", Text(site.Octavia.AmphoraDiskGb)),
        ];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
