using System.IO.Compression;
using System.Text;
using static Acceptance.Live.Tests.Hostile.Services.HostileClients;

namespace Acceptance.Live.Tests.Hostile.Services;

/// <summary>What a service may do to whoever reads it, as far as we know.</summary>
internal static class Hostilities
{
    private static readonly string Long = new('x', 1000);
    private static readonly Lazy<byte[]> Packed = new(AGibibyteOfZeros);

    public static IReadOnlyList<Hostility> All { get; } =
    [
        .. Endless(),
        .. Deep(),
        .. Paging(),
        .. Slow(),
        .. ((int[])[301, 302, 303, 307, 308]).SelectMany(Redirects),
        .. Reflecting(),
        .. Broken(),
        .. Framing(),
    ];

    /// <summary>Each kind with each client that it can be shown to.</summary>
    public static IEnumerable<(Hostility Kind, HostileClient Client)> Rows =>
        from kind in All
        from client in HostileClients.All
        where kind.Meets(client)
        select (kind, client);

    private static bool Http(HostileClient client) => client != Printed && client != Deletion;

    private static bool Any(HostileClient client) => client != Deletion;

    private static bool Lists(HostileClient client) => client.Shape.HasPages && client != Deletion;

    private static bool Json(HostileClient client) => Any(client) && client.Shape != AnswerShape.Plain;

    private static IEnumerable<Hostility> Endless() =>
        [
            new("a body without an end", said => Then(said.Head(200), () => said.Flood(Long)), Any),
            new("a refusal without an end", said => Then(said.Head(404), () => said.Flood(Long)), Http),
            new("headers without an end", said => Then(said.Say(Status), () => said.Flood($"X-A: {Long}\r\n")), Http),
            new("a header line without an end", said => Then(said.Say(Status + "X-A: "), () => said.Flood(Long)), Http),
            new(
                "early hints without an end",
                said => said.Flood("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"),
                Http
            ),
            new(
                "trailers without an end",
                said => Then(said.Say(Chunked + "2\r\n[]\r\n0\r\n"), () => said.Flood($"X-A: {Long}\r\n")),
                Http
            ),
            new("a chunk's head without an end", said => Then(said.Say(Chunked + "2;"), () => said.Flood(Long)), Http),
            new("blanks without an end", said => Then(said.Head(200), () => said.Flood(" ")), Json),
        ];

    private static IEnumerable<Hostility> Deep() =>
        [
            new("a gzip bomb", Bomb, Http),
            new("JSON a million deep", said => said.Answer("[", "[", 1_000_000, "["), Json),
            new("objects a million deep", said => said.Answer("", "{\"a\":", 1_000_000, "1"), Json),
            new("one name of 60 MB", said => Named(said, 60 << 20, null), Json),
            new("a million items", said => Items(said, said.Shape.Named("a"), 1_000_000), Json),
            new("twenty million items", said => Items(said, "{}", 20_000_000), Json),
            new("a field of twenty million", said => said.Answer("{\"a\": [", "1,", 20_000_000, "1]}"), Json),
        ];

    private static IEnumerable<Hostility> Paging() =>
        [
            new("pages whose marker repeats", said => Page(said, said.Shape.Named("a"), "again"), Lists),
            new("pages without an end", said => Page(said, said.Shape.Named("a"), $"p{said.Number}"), Lists),
            new("fat pages without an end", said => Named(said, 8 << 20, $"p{said.Number}"), Lists),
            new("a page a second without an end", SlowPage, Lists),
        ];

    private static IEnumerable<Hostility> Slow() =>
        [
            new("silence", said => Silent(said), Any),
            new("a byte a second", said => Then(said.Head(200), () => said.Drip("[")), Waits),
            new("a byte of its headers a second", said => Then(said.Say(Status + "X-A: "), () => said.Drip("x")), Http),
        ];

    private static IEnumerable<Hostility> Redirects(int status) =>
        [
            new($"{status} to another host", said => said.Head(status, $"Location: {said.Elsewhere}over/there"), Asks),
            new($"{status} to itself", said => said.Head(status, $"Location: {said.Itself}again"), Asks),
        ];

    // A download has two deadlines, over its silence and over the whole, and which of them a stepped clock reaches
    // first is not said: ImageSourceTests hold the second.
    private static bool Waits(HostileClient client) => Any(client) && client != HostileClients.Image;

    private static bool Asks(HostileClient client) => client != Printed;

    private static IEnumerable<Hostility> Reflecting() =>
        [
            new("500 that says what it was sent", said => said.Answer(500, Quoted(said)), Http),
            new("401 that says what it was sent", said => said.Answer(401, Quoted(said)), Http),
            new("a list of what it was sent", said => said.Answer(200, $"[{Quoted(said)}]"), Http),
            new(
                "a redirect to what it was sent",
                said => said.Head(302, $"Location: /{Uri.EscapeDataString(Plain(said))}"),
                Http
            ),
        ];

    private static IEnumerable<Hostility> Broken() =>
        [
            new("noise in place of JSON", Noise, Any),
            new("a page for people in place of JSON", said => said.Answer(200, "<html><b>Welcome</b></html>"), Any),
            new("nothing in place of JSON", said => said.Answer(200, ""), Any),
            new("a text that is no UTF-8", NoUtf8, Any),
            new("a connection cut before an answer", _ => Task.CompletedTask, Http),
            new("a connection cut in its headers", said => said.Say(Status + "X-A: b"), Http),
            new("a connection cut in the middle", said => Promise(said, "1000", said.Shape.Begin), Http),
            new("a connection cut in a chunk", said => said.Say(Chunked + "64\r\n[["), Http),
        ];

    private static IEnumerable<Hostility> Framing() =>
        [
            new(
                "a length that is too short",
                said => Promise(said, "3", said.Shape.Begin + said.Shape.Next(null)),
                Http
            ),
            new("a length beyond all", said => Promise(said, "99999999999999", "["), Http),
            new("a length below nothing", said => Promise(said, "-5", "[]"), Http),
            new("two lengths", said => said.Head(200, "Content-Length: 2", "Content-Length: 40"), Http),
            new("a chunk of no size", said => said.Say(Chunked + "frog\r\n[]"), Http),
            new("an answer without a head", said => said.Say("<html>hello, this is HTTP/0.9</html>\r\n"), Http),
            new("another protocol", said => said.Say("SSH-2.0-OpenSSH_8.9\r\n"), Http),
        ];

    // The services with microversions say which one an answer is of.
    private const string Status = "HTTP/1.1 200 OK\r\nOpenStack-API-Version: compute 2.61\r\n";
    private const string Chunked = Status + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";

    private static async Task Then(Task first, Func<Task> second)
    {
        await first;
        await second();
    }

    private static Task Items(HostileExchange said, string item, int times) =>
        said.Answer(said.Shape.Begin, item + ",", times - 1, item + said.Shape.Next(null));

    /// <summary>A list of one item whose name is that long.</summary>
    private static Task Named(HostileExchange said, int length, string? next)
    {
        var item = said.Shape.Item.Split('#');
        return said.Answer(said.Shape.Begin + item[0], "x", length, item[1] + said.Shape.Next(next));
    }

    private static Task Page(HostileExchange said, string items, string marker) =>
        said.Answer(200, said.Shape.Begin + items + said.Shape.Next(marker));

    private static Task SlowPage(HostileExchange said)
    {
        said.Clock.Step(TimeSpan.FromSeconds(1));
        return Page(said, said.Shape.Named("a"), $"p{said.Number}");
    }

    /// <summary>Time goes on until the client has gone, which a byte that is not sent cannot show.</summary>
    private static async Task Silent(HostileExchange said)
    {
        said.Clock.Step(TimeSpan.FromHours(2));
        await Task.CompletedTask;
    }

    private static Task Promise(HostileExchange said, string length, string body) =>
        Then(said.Head(200, $"Content-Length: {length}"), () => said.Say(body));

    private static async Task Bomb(HostileExchange said)
    {
        await said.Head(200, "Content-Encoding: gzip", $"Content-Length: {Packed.Value.Length}");
        await said.Send(Packed.Value);
    }

    private static byte[] AGibibyteOfZeros()
    {
        using var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var zeros = new byte[1 << 20];
            for (var written = 0; written < 1024; written++)
                packing.Write(zeros);
        }

        return packed.ToArray();
    }

    private static async Task Noise(HostileExchange said)
    {
        var noise = new byte[4096];
        new Random(9).NextBytes(noise);
        await said.Head(200);
        await said.Send(noise);
    }

    private static async Task NoUtf8(HostileExchange said)
    {
        await said.Head(200);
        await said.Send(
            Encoding.Latin1.GetBytes(said.Shape.Begin + said.Shape.Named("\u00ff\u00fe\u00c0") + said.Shape.Next(null))
        );
    }

    private static string Plain(HostileExchange said) =>
        string.Join(' ', said.Request.Split("\r\n").Where(Telling)).Replace("\"", "", StringComparison.Ordinal);

    // What differs from machine to machine is of no interest to who looks for secrets.
    private static bool Telling(string line) =>
        !line.StartsWith("Host:", StringComparison.Ordinal)
        && !line.StartsWith("User-Agent:", StringComparison.Ordinal);

    private static string Quoted(HostileExchange said) =>
        "{\"error\": {\"message\": \"you sent " + Plain(said) + "\"}}";
}
