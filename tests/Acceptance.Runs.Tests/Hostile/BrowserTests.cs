namespace Acceptance.Runs.Tests.Hostile;

/// <summary>What is said of a page that asks for nothing is worth what is said of one that asks.</summary>
[CancelAfter(60_000)]
public sealed class BrowserTests
{
    [Test]
    public async Task A_page_that_fetches_or_runs_is_told(CancellationToken cancel)
    {
        var page = Path.Combine(Directory.CreateTempSubdirectory("page-").FullName, "page.html");
        await File.WriteAllTextAsync(
            page,
            """
            <html><head><title>quiet</title><link rel=preconnect href=http://127.0.0.1:7></head>
            <body style="background: url(http://127.0.0.1:9/style)"><img src=http://127.0.0.1:9/image>
            <script>document.title = 'obeyed'; fetch('http://127.0.0.1:9/script').catch(() => 0)</script></body></html>
            """,
            cancel
        );
        var (title, fetched) = await Browser.Open(page, cancel);
        Directory.Delete(Path.GetDirectoryName(page)!, recursive: true);
        title.Should().Contain("obeyed");
        string[] asked =
        [
            "http://127.0.0.1:7/",
            "http://127.0.0.1:9/image",
            "http://127.0.0.1:9/script",
            "http://127.0.0.1:9/style",
        ];
        fetched.Should().BeEquivalentTo(asked);
    }
}
