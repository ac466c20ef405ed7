using System.Text.RegularExpressions;

namespace Acceptance.Conformance.Tests.Captures.Kubernetes;

/// <summary>The captured requests, sent again as they were.</summary>
internal sealed partial class WireReplay(RigCluster cluster, Hand hand, KubeCapture capture)
{
    public async Task<Talk> Run()
    {
        var differences = new List<string>();
        var seen = new List<Exchange>();
        foreach (var captured in capture.Exchanges)
        {
            var way = cluster.As(capture.Identity).Way;
            var asked = way.Ask(await Known(way, Translated(captured)));
            // The watch stands by then: a change that comes before it is there too.
            if (captured.Watches)
            {
                while (!asked.IsCompleted && !await Standing())
                    await Task.Yield();
                await hand.Work(captured);
            }

            var twin = await asked;
            seen.Add(twin);
            cluster.Names.Learn(captured, twin);
            differences.AddRange(ExchangeComparison.Differences(captured, twin, cluster.Names.ToCapture));
        }

        return new Talk(differences) { NotEmulated = Talk.EdgeIn(seen) };
    }

    // Who is told that nothing changed had asked before, maybe in a capture that is not replayed.
    private static async Task<Exchange> Known(Upstream way, Exchange wanted)
    {
        var headers = wanted.RequestHeaders.ToDictionary();
        if (wanted.Status != 304 || !headers.Remove("If-None-Match"))
            return wanted;
        var before = await way.Ask(wanted with { RequestHeaders = headers });
        if (before.Headers.TryGetValue("ETag", out var tag))
            headers["If-None-Match"] = tag;
        return wanted with { RequestHeaders = headers };
    }

    // An answer that goes after the watch's request comes after it.
    private async Task<bool> Standing()
    {
        for (var times = 0; times < 5; times++)
            await cluster.Admin.Ask("GET", "/version");
        return true;
    }

    private Exchange Translated(Exchange captured)
    {
        var headers = captured.RequestHeaders.ToDictionary();
        headers.Remove("Authorization");
        if (headers.TryGetValue("If-None-Match", out var tag))
            headers["If-None-Match"] = cluster.Names.ToTwin(tag);
        if (cluster.Authorization(capture.Identity) is { } authorization)
            headers["Authorization"] = authorization;
        if (captured.RequestBody is not null && !headers.ContainsKey("Content-Type"))
            headers["Content-Type"] = "";
        var query = Token()
            .Replace(
                Revision()
                    .Replace(
                        cluster.Names.ToTwin(captured.Query),
                        found => $"resourceVersion={cluster.Names.Revision(found.Groups[1].Value)}"
                    ),
                found => $"continue={Page(found.Groups[1].Value)}"
            );
        var body = captured.RequestBody is null ? null : cluster.Names.ToTwin(captured.RequestBody);
        if (body is System.Text.Json.Nodes.JsonObject map)
        {
            foreach (var holder in (string[])["metadata", "preconditions"])
            {
                if ((string?)map[holder]?["resourceVersion"] is { } revision)
                    map[holder]!["resourceVersion"] = cluster.Names.Revision(revision);
            }
        }

        return captured with
        {
            Path = cluster.Names.ToTwin(captured.Path),
            Query = query,
            RequestHeaders = headers,
            RequestBody = body,
        };
    }

    // A page's token holds a revision too.
    private string Page(string token)
    {
        try
        {
            var text = System.Text.Encoding.UTF8.GetString(
                Convert.FromBase64String(token.PadRight(token.Length + (4 - token.Length % 4) % 4, '='))
            );
            text = Inside().Replace(text, found => $"\"rv\":{cluster.Names.Revision(found.Groups[1].Value)}");
            return Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text)).TrimEnd('=');
        }
        catch (FormatException)
        {
            return token;
        }
    }

    [GeneratedRegex(@"(?<=^|&)continue=([\w-]+)")]
    private static partial Regex Token();

    [GeneratedRegex(@"""rv"":(\d+)")]
    private static partial Regex Inside();

    [GeneratedRegex(@"(?<=^|&)resourceVersion=(\d+)")]
    private static partial Regex Revision();
}
