using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Hosts;

/// <summary>
/// The jumphost's reverse proxy leads a browser to a page, by an upstream that it verifies, and no worker of it serves
/// an older configuration (nginx-reverse-proxy). A code below 400 alone proves nothing: a circle is one 302 after
/// another.
/// </summary>
public static class ProxyServes
{
    private const string Draining = "is shutting down";

    public static Check Check { get; } =
        new()
        {
            Id = "proxy-serves",
            Promise = "the jumphost's proxy leads to a page that it verifies, as it is configured now",
            Rung = "vips",
            Needs = [SiteNeed.Proxies],
            Facts = [ProxyFacts.Visits, ProxyFacts.Files, ProxyFacts.Workers, JumphostFacts.Endpoints],
            Judgement = sheet =>
                sheet.Judge(
                    ProxyFacts.Visits,
                    ProxyFacts.Files,
                    JumphostFacts.Endpoints,
                    (visits, files, endpoints, _) => Judge(visits, files, endpoints, sheet.Reading(ProxyFacts.Workers))
                ),
        };

    public static Verdict Judge(
        IReadOnlyList<ProxyVisit> visits,
        IReadOnlyList<ProxyFile> files,
        IReadOnlyList<EndpointAnswer> endpoints,
        Reading<ShellAnswer> workers
    ) =>
        Verdict.All([
            .. visits.Zip(files).Select(pair => OfVisit(pair.First, pair.Second, endpoints)),
            .. files.Select(OfFile),
            workers.Judge((said, evidence) => OfWorkers(said, visits[0].Proxy, evidence)),
        ]);

    private static Verdict OfVisit(ProxyVisit visit, ProxyFile file, IReadOnlyList<EndpointAnswer> endpoints)
    {
        if (visit.Last is not Reading<ProxyStep>.Seen { Value: var last, Evidence: var evidence })
            return OfSilence(visit);
        var url = visit.Proxy.Url;
        if (last.Next is not null)
            return OfRedirect(visit, last, evidence);
        if (last.Code is >= 200 and < 300)
            return Verdict.Keep($"{url} leads to a page", evidence);
        return Dark(file, endpoints) is { } behind
            ? Verdict.NotKnown($"{url} answers {last.Code}, and {behind} behind it is dark itself", null, evidence)
            : Verdict.Break(
                $"{url} answers {last.Code}, and no endpoint of the site that it passes to is dark",
                Victim(visit.Proxy),
                last.Code is 400 or 502 ? NginxReverseProxy.Id : null,
                evidence
            );
    }

    private static Verdict OfRedirect(ProxyVisit visit, ProxyStep last, Evidence evidence)
    {
        var url = visit.Proxy.Url;
        if (!last.StaysHere && !last.ChangesScheme)
            return Verdict.NotKnown($"{url} sends a browser on to {last.Next}, which is not asked", null, evidence);
        return Verdict.Break(
            last.StaysHere
                ? (Sentence)$"{url} sends a browser in a circle: {visit.Steps.Count} answers, the last to {last.Next}"
                : $"{url} sends a browser to {last.Next}: by {last.Next!.Scheme}, where it speaks {url.Scheme}",
            Victim(visit.Proxy),
            NginxReverseProxy.Id,
            evidence
        );
    }

    // Where there may be no way from here to the jumphost's own address, silence proves nothing.
    private static Verdict OfSilence(ProxyVisit visit)
    {
        var unread = (Reading<ProxyStep>.Unread)visit.Last;
        return unread.Why is Unreadable.Refused
            ? Verdict.Break($"nobody listens at {visit.Proxy.Url}", Victim(visit.Proxy), null, unread.Evidence)
            : unread.ToVerdict();
    }

    private static Verdict OfFile(ProxyFile file) =>
        file.Said.Judge(
            (said, evidence) =>
            {
                var passes = Values(said, "proxy_pass");
                if (said.Exit != 0 || passes.Length == 0)
                    return Verdict.NotKnown(
                        $"{file.Proxy.File} says nothing of whom it passes to (exit {said.Exit})",
                        null,
                        evidence
                    );
                return
                    passes.Any(pass => pass.StartsWith("https:", StringComparison.Ordinal))
                    && !Lines(said).Contains("proxy_ssl_verify on")
                    ? Verdict.Break(
                        $"{file.Proxy.File} passes to {passes[0]} without proxy_ssl_verify on: whoever answers there "
                            + $"is believed",
                        Victim(file.Proxy),
                        NginxReverseProxy.Id,
                        evidence
                    )
                    : Verdict.Keep($"{file.Proxy.File} verifies whom it passes to", evidence);
            }
        );

    private static Verdict OfWorkers(ShellAnswer said, SiteProxy proxy, Evidence evidence) =>
        said.Exit != 0 || said.Stdout.Length == 0
            ? Verdict.NotKnown($"no nginx runs on the jumphost (exit {said.Exit})", null, evidence)
        : said.Stdout.Contains(Draining, StringComparison.Ordinal)
            ? new Verdict.Broken([
                new Finding(
                    $"an old worker of nginx is shutting down: it serves what it read before the last reload",
                    Victim(proxy),
                    NginxReload.Id,
                    evidence
                )
                {
                    MaySettle = true,
                },
            ])
        : Verdict.Keep($"every worker of nginx is of its last reload", evidence);

    /// <summary>The service of the site that the proxy passes to, where it does not answer by itself.</summary>
    private static string? Dark(ProxyFile file, IReadOnlyList<EndpointAnswer> endpoints) =>
        file.Said.ValueOrDefault is { } said
            ? endpoints
                .Where(one => one.Answer is not Reading<HttpAnswer>.Seen { Value.Code: < 500 })
                .FirstOrDefault(one => Values(said, "proxy_pass").Any(pass => HostOf(pass) == one.Endpoint.Url.Host))
                ?.Endpoint.Service
            : null;

    private static string? HostOf(string pass) => Uri.TryCreate(pass, UriKind.Absolute, out var url) ? url.Host : null;

    private static string[] Values(ShellAnswer said, string directive) =>
        [
            .. Lines(said)
                .Select(line => line.Split(' '))
                .Where(words => words.Length > 1 && words[0] == directive)
                .Select(words => words[1]),
        ];

    /// <summary>Each directive, its words parted by one blank.</summary>
    private static IEnumerable<string> Lines(ShellAnswer said) =>
        said
            .Stdout.Split('\n')
            .Select(line =>
                string.Join(' ', line.Trim().TrimEnd(';').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            );

    private static string Victim(SiteProxy proxy) => proxy.Url.ToString();
}
