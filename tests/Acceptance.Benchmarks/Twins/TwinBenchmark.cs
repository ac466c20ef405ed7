using Acceptance.Benchmarks.Measuring;
using Acceptance.Cloud.Twin;

namespace Acceptance.Benchmarks.Twins;

/// <summary>
/// What a twin costs: its start, the first in a process and the next ones, its requests a second, its memory.
/// </summary>
internal static class TwinBenchmark
{
    private const int Nexts = 5;

    public static async Task<int> Run(TextWriter to, TimeProvider clock)
    {
        var before = Memory();
        var (first, start) = await Spent.By(clock, () => Task.FromResult(Start()));
        var started = Memory();
        to.WriteLine("twin: the accepted world, TLS, all of its services");
        var table = new Table("", "figure");
        table.Row("start, the first in a process", start.Wall.Milliseconds());
        await using (first)
            await Requests(first, table, started, before);
        table.Row($"start, the next ones (median of {Nexts})", (await Next(clock)).Milliseconds());
        table.Print(to);
        to.WriteLine();
        return 0;
    }

    private static Twin Start() => Twin.Start(new TwinOptions { World = "accepted" });

    private static async Task Requests(
        Twin twin,
        Table table,
        (long Resident, long Managed) started,
        (long Resident, long Managed) before
    )
    {
        var (token, ca) = (Token(twin), Path.Combine(twin.Home, "vault-root-ca.pem"));
        async Task Load(string asks, int requests, string service, string path, params string[] headers)
        {
            var port = twin.World.Listeners.Actual(twin.World.Plan.Ports[service]);
            var at = $"https://{twin.World.Plan.Vip(service)}:{port}{path}";
            var second = await Child.Ask<double>([
                TwinLoad.Word,
                ca,
                requests.Count(),
                at,
                "X-Auth-Token",
                token,
                .. headers,
            ]);
            table.Row($"requests a second, {asks}", second.Count());
        }

        await Load("a token validated", 4000, "keystone", "/v3/auth/tokens", "X-Subject-Token", token);
        await Load("the projects", 4000, "keystone", "/v3/projects");
        await Load("all servers in detail", 2000, "nova", "/v2.1/servers/detail?all_tenants=True");
        var after = Memory();
        table.Row("memory before any twin: resident, managed", Both(before));
        table.Row("memory with one twin", Both(started));
        table.Row("memory after 10,000 requests to it", Both(after));
    }

    private static async Task<TimeSpan> Next(TimeProvider clock)
    {
        List<TimeSpan> spans = [];
        for (var count = 0; count < Nexts; count++)
        {
            var (twin, spent) = await Spent.By(clock, () => Task.FromResult(Start()));
            await twin.DisposeAsync();
            spans.Add(spent.Wall);
        }

        return spans.Order().ElementAt(Nexts / 2);
    }

    /// <summary>Issued by the world itself: the wire is measured by what follows.</summary>
    private static string Token(Twin twin)
    {
        var identity = twin.World.Identity;
        lock (twin.World.Gate)
        {
            return identity
                    .Tokens.Issue(identity.Admin, identity.Project(identity.OpenRcProject), domain: null, system: false)
                    ?.Id
                ?? throw new InvalidOperationException("The twin's admin has no role on the project of its openrc.");
        }
    }

    private static string Both((long Resident, long Managed) memory) =>
        $"{memory.Resident.Mebibytes()}, {memory.Managed.Mebibytes()}";

    private static (long Resident, long Managed) Memory()
    {
        var managed = GC.GetTotalMemory(forceFullCollection: true);
        return (Environment.WorkingSet, managed);
    }
}
