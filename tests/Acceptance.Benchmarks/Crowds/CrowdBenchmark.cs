using System.Diagnostics;
using System.Net.Http.Json;
using Acceptance.Benchmarks.Measuring;
using Acceptance.Benchmarks.Twins;
using Acceptance.Cloud.Twin;

namespace Acceptance.Benchmarks.Crowds;

/// <summary>
/// Many at once: 64 real clients on one twin, 50 twins in one process, `twin run -- true`, and a served twin after
/// 10,000 requests.
/// </summary>
internal static class CrowdBenchmark
{
    private const int Clients = 64;
    private const int Twins = 50;
    private const int Runs = 5;
    private const int Requests = 10_000;

    /// <summary>Each a real client or a persona, as an operator types it in the twin's world.</summary>
    private static readonly string[] Lines =
    [
        "kubectl --kubeconfig ~/capi-mgmt.kubeconfig get nodes",
        "curl -sf \"$OS_AUTH_URL\"",
        "kubectl --kubeconfig ~/capi-test-1/config get pods -A",
        "juju status --format=json",
        "openstack token issue -f value -c expires",
        "maas admin machines read",
        "openstack server list --all-projects -f value",
        "juju ssh vault/0 -- 'VAULT_ADDR=http://127.0.0.1:8200 vault status'",
    ];

    public static async Task<int> Run(TextWriter to, TimeProvider clock)
    {
        var table = new Table("crowd", "figure");
        var failed = await ManyClients(table, clock);
        failed += await ManyTwins(table, clock);
        await OneRun(table, clock);
        await LongServed(table);
        table.Print(to);
        return failed == 0 ? 0 : 1;
    }

    private static async Task<int> ManyClients(Table table, TimeProvider clock)
    {
        await using var twin = Twin.Start(new TwinOptions { World = "accepted" });
        var began = clock.GetTimestamp();
        var asked = await Task.WhenAll(
            Enumerable.Range(0, Clients).Select(number => InWorld(twin, Lines[number % Lines.Length], clock))
        );
        var failures = asked.Where(one => one.Said is not null).ToList();
        foreach (var one in failures)
            Console.Error.WriteLine(one.Said);
        table.Row($"{Clients} clients at once on one twin: errors", failures.Count.Count());
        table.Row("  until the last had its answer", clock.GetElapsedTime(began).Seconds());
        table.Row("  slowest client", asked.Max(one => one.Wall).Seconds());
        table.Row("  memory of the twin and this process", Environment.WorkingSet.Mebibytes());
        return failures.Count;
    }

    private static async Task<int> ManyTwins(Table table, TimeProvider clock)
    {
        var before = Managed();
        var resident = Environment.WorkingSet;
        var began = clock.GetTimestamp();
        var twins = Enumerable.Range(0, Twins).Select(_ => Twin.Start(new TwinOptions { World = "accepted" })).ToList();
        table.Row($"{Twins} twins at once: started in", clock.GetElapsedTime(began).Seconds());
        using var client = new HttpClient(
            new SocketsHttpHandler
            {
                UseProxy = false,
                SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true },
            }
        );
        var walls = await Task.WhenAll(twins.Select(twin => Answer(client, twin, clock)));
        table.Row("  errors", walls.Count(wall => wall is null).Count());
        table.Row("  slowest first answer, all asked at once", walls.Max(wall => wall ?? TimeSpan.Zero).Milliseconds());
        table.Row(
            "  memory each: managed, resident",
            $"{((Managed() - before) / Twins).Mebibytes()}, {((Environment.WorkingSet - resident) / Twins).Mebibytes()}"
        );
        foreach (var twin in twins)
            await twin.DisposeAsync();
        return walls.Count(wall => wall is null);
    }

    private static async Task OneRun(Table table, TimeProvider clock)
    {
        var walls = new List<TimeSpan>();
        for (var number = 0; number < Runs; number++)
        {
            var (_, spent) = await Spent.By(
                clock,
                async () =>
                {
                    using var run = Cli("twin", "run", "--", "true");
                    await run.WaitForExitAsync();
                    return run.ExitCode == 0
                        ? 0
                        : throw new InvalidOperationException($"twin run -- true exited with {run.ExitCode}.");
                }
            );
            walls.Add(spent.Wall);
        }

        table.Row($"acceptance twin run -- true (median of {Runs})", walls.Order().ElementAt(Runs / 2).Milliseconds());
    }

    private static async Task LongServed(Table table)
    {
        var exports = Path.Combine(Path.GetTempPath(), $"crowd-{Guid.NewGuid():N}.env");
        using var served = Cli("twin", "serve", "--run-on", "0", "--env-file", exports);
        while (
            await served.StandardOutput.ReadLineAsync() is { } line
            && !line.StartsWith("Ctrl-C", StringComparison.Ordinal)
        )
        {
            // It says when it is ready.
        }

        var home = Path.GetDirectoryName(File.ReadAllLines(exports)[0].Split('\'')[1])!;
        var url = File.ReadAllLines(Path.Combine(home, "admin-openrc"))
            .Single(line => line.Contains("OS_AUTH_URL=", StringComparison.Ordinal))
            .Split('=', 2)[1];
        await Child.Ask<double>(TwinLoad.Word, Path.Combine(home, "vault-root-ca.pem"), "200", url);
        var start = Resident(served);
        await Child.Ask<double>(TwinLoad.Word, Path.Combine(home, "vault-root-ca.pem"), Requests.Count(), url);
        table.Row(
            $"twin serve: resident at the start, after {Requests} requests",
            $"{start.Mebibytes()}, {Resident(served).Mebibytes()}"
        );
        using var end = Process.Start("kill", ["-TERM", $"{served.Id}"]);
        await served.WaitForExitAsync();
    }

    private static long Resident(Process process)
    {
        process.Refresh();
        return process.WorkingSet64;
    }

    private static async Task<TimeSpan?> Answer(HttpClient client, Twin twin, TimeProvider clock)
    {
        var began = clock.GetTimestamp();
        try
        {
            using var answer = await client.GetAsync(
                new Uri($"https://{twin.World.Plan.Vip("keystone")}:{twin.World.Plan.Ports["keystone"]}/v3")
            );
            return answer.IsSuccessStatusCode && await answer.Content.ReadFromJsonAsync<object>() is not null
                ? clock.GetElapsedTime(began)
                : null;
        }
        catch (HttpRequestException refused)
        {
            await Console.Error.WriteLineAsync($"{twin.Home}: {refused.Message}");
            return null;
        }
    }

    /// <summary>One client; what it said, when it failed.</summary>
    private static async Task<(TimeSpan Wall, string? Said)> InWorld(Twin twin, string line, TimeProvider clock)
    {
        var start = new ProcessStartInfo("/bin/bash", ["-c", $"source ~/admin-openrc; {line}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (
            var (name, value) in new[]
            {
                ("HOME", twin.Home),
                ("PATH", $"{twin.Bin}:/usr/local/bin:/usr/bin:/bin"),
                ("SHELL", "/bin/bash"),
                ("LANG", "C.UTF-8"),
            }
        )
            start.Environment[name] = value;
        var began = clock.GetTimestamp();
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        var empty = (await output).Length == 0;
        return (
            clock.GetElapsedTime(began),
            process.ExitCode == 0 && !empty
                ? null
                : $"{line}: exit {process.ExitCode}{(empty ? ", nothing printed" : "")}: {await error}"
        );
    }

    private static Process Cli(params string[] words)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "acceptance.dll");
        return Process.Start(new ProcessStartInfo("dotnet", [program, .. words]) { RedirectStandardOutput = true })!;
    }

    private static long Managed() => GC.GetTotalMemory(forceFullCollection: true);
}
