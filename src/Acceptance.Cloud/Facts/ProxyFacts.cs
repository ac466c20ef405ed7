using Acceptance.Cloud.Commands;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Sites;

namespace Acceptance.Cloud.Facts;

/// <summary>What is seen of the jumphost's reverse proxies, from outside and on it (nginx-reverse-proxy).</summary>
public static class ProxyFacts
{
    /// <summary>
    /// Where a browser comes from each proxy's address. It is sent on by scheme, host and port of that address alone:
    /// no redirect leads the suite elsewhere.
    /// </summary>
    public static FactKey<IReadOnlyList<ProxyVisit>> Visits { get; } =
        FactKey<IReadOnlyList<ProxyVisit>>.Moving(
            "proxy visits",
            async source =>
                Read(
                    await Task.WhenAll(source.Site.Proxies.Select(proxy => Visit(source, proxy))),
                    visit => visit.Last.Evidence
                )
        );

    public static FactKey<IReadOnlyList<ProxyFile>> Files { get; } =
        FactKey<IReadOnlyList<ProxyFile>>.Moving(
            "proxy files",
            async source =>
                Read(
                    await Task.WhenAll(
                        source.Site.Proxies.Select(async proxy => new ProxyFile(
                            proxy,
                            await source.Cloud.Shell.OnJumphost(ProxyCommands.Directives.With(proxy.File))
                        ))
                    ),
                    file => file.Said.Evidence
                )
        );

    public static FactKey<ShellAnswer> Workers { get; } =
        FactKey<ShellAnswer>.Moving(
            "proxy workers",
            source => source.Cloud.Shell.OnJumphost(ProxyCommands.Workers.With())
        );

    private static async Task<ProxyVisit> Visit(FactSource source, SiteProxy proxy)
    {
        List<Reading<ProxyStep>> steps = [];
        for (var next = proxy.Url; next is not null && steps.Count < ProxyVisit.MostSteps; )
        {
            var (asked, answer) = (next, await source.Cloud.Http.Ask(next));
            steps.Add(answer.Map(said => new ProxyStep(asked, said.Code, said.Location)));
            next = steps[^1].ValueOrDefault is { StaysHere: true } step ? step.Next : null;
        }

        return new ProxyVisit(proxy, steps);
    }

    private static Reading<IReadOnlyList<T>> Read<T>(T[] all, Func<T, Evidence> of) =>
        new Reading<IReadOnlyList<T>>.Seen(all, Evidence.Joined([.. all.Select(of)]));
}
