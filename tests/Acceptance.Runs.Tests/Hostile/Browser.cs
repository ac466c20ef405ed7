using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Acceptance.Runs.Tests.Programs;

namespace Acceptance.Runs.Tests.Hostile;

/// <summary>
/// Chromium, for which no way leads anywhere but to the file: what a page would fetch is in the log of its network,
/// and fetched from nowhere.
/// </summary>
internal static partial class Browser
{
    private const string Chromium = "/usr/bin/chromium";

    /// <summary>Who begins what the browser asks its maker for, of itself.</summary>
    private const string TheBrowser = "not an origin";

    private const string NoProxyAtAll = "http://127.0.0.1:9";

    /// <summary>
    /// Opens a file: its title once its scripts have run, and the addresses to which it sent a request or connected
    /// ahead of one.
    /// </summary>
    public static async Task<(string Title, IReadOnlyList<string> Fetched)> Open(string page, CancellationToken cancel)
    {
        if (!File.Exists(Chromium))
            Assert.Ignore("the reports are opened in chromium, which is not on this machine: install it");
        var profile = Directory.CreateTempSubdirectory("chromium-");
        var log = Path.Combine(profile.FullName, "network.json");
        using var browser = new Program(
            profile.FullName,
            [
                Chromium,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                $"--proxy-server={NoProxyAtAll}",
                // A loopback address would be asked without the proxy, else.
                "--proxy-bypass-list=<-loopback>",
                $"--log-net-log={log}",
                $"--user-data-dir={profile.FullName}",
                "--dump-dom",
                new Uri(page).AbsoluteUri,
            ]
        );
        (await browser.Ended(cancel)).Should().Be(0, browser.Output);
        var fetched = Fetched(JsonNode.Parse(await File.ReadAllTextAsync(log, cancel))!);
        profile.Delete(recursive: true);
        return (Title().Match(browser.Output).Value, fetched);
    }

    private static string[] Fetched(JsonNode log)
    {
        var named = log["events"]!
            .AsArray()
            .Select(one => one!["params"])
            .OfType<JsonObject>()
            .Where(one => one["url"] is not null)
            .Select(one => (Url: (string)one["url"]!, By: (string?)one["initiator"]))
            .Where(one => one.Url.Contains("://", StringComparison.Ordinal) && !one.Url.StartsWith("file:"))
            .ToArray();
        var own = named.Where(one => one.By == TheBrowser).Select(one => one.Url);
        return [.. named.Select(one => one.Url).Except(own)];
    }

    [GeneratedRegex("<title>[^<]*</title>", RegexOptions.NonBacktracking)]
    private static partial Regex Title();
}
