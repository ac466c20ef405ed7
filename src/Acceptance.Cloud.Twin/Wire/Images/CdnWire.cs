using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using Acceptance.Cloud.Twin.World;
using Microsoft.AspNetCore.Http;

namespace Acceptance.Cloud.Twin.Wire.Images;

/// <summary>The image CDN: one object, HEAD and Range, and 403 for Python's urllib (FINDING-3).</summary>
internal sealed class CdnWire(TwinWorld world) : WireService(world)
{
    public override string Role => "cdn";

    public override X509Certificate2 Certificate(string role, string address) =>
        World.Pki.Server(
            World.Pki.VaultRoot,
            Source.Host,
            [address],
            World.ImageCdn.Elsewhere is { } elsewhere ? [Source.Host, elsewhere.Host] : [Source.Host]
        );

    private Uri Source => new(World.Plan.ImageUrl);

    public override async Task Answer(HttpContext http, string role)
    {
        if (World.ImageCdn.Refuses(http.Request.Headers.UserAgent.ToString()))
        {
            await Refuse(http, 403, "AccessDenied", "Access Denied");
            return;
        }

        if (World.ImageCdn.Elsewhere is { } elsewhere && http.Request.Path == Source.AbsolutePath)
        {
            http.Response.StatusCode = 302;
            http.Response.Headers.Location = elsewhere.AbsoluteUri;
            return;
        }

        if (http.Request.Path != (World.ImageCdn.Elsewhere ?? Source).AbsolutePath)
        {
            await Refuse(http, 404, "NoSuchKey", "The specified key does not exist.");
            return;
        }

        if (http.Request.Method is not ("GET" or "HEAD"))
        {
            await Refuse(http, 405, "MethodNotAllowed", "The specified method is not allowed against this resource.");
            return;
        }

        await Send(http, World.ImageCdn.Image);
    }

    private async Task Send(HttpContext http, byte[] image)
    {
        var response = http.Response;
        var (from, to) = Range(http.Request.Headers.Range.ToString(), image.Length);
        if (from > to)
        {
            response.Headers.ContentRange = $"bytes */{image.Length}";
            await Refuse(http, 416, "InvalidRange", "The requested range is not satisfiable");
            return;
        }

        response.StatusCode = http.Request.Headers.Range.Count > 0 ? 206 : 200;
        if (response.StatusCode == 206)
            response.Headers.ContentRange = $"bytes {from}-{to}/{image.Length}";
        response.ContentType = "application/octet-stream";
        response.ContentLength = to - from + 1;
        response.Headers.AcceptRanges = "bytes";
        response.Headers.ETag = $"\"{World.ImageCdn.Sha512[..32]}\"";
        if (http.Request.Method == "HEAD")
            return;
        if (!World.ImageCdn.Truncates)
        {
            await response.Body.WriteAsync(image.AsMemory(from, to - from + 1), http.RequestAborted);
            return;
        }

        // Half of what was promised, then an orderly end: curl's (18), a partial file.
        response.Headers.Connection = "close";
        await response.Body.WriteAsync(image.AsMemory(from, (to - from + 1) / 2), http.RequestAborted);
    }

    /// <summary>
    /// First and last byte of "bytes=a-b", "bytes=a-" or "bytes=-n"; the whole without a range; an empty one when it
    /// lies outside.
    /// </summary>
    private static (int From, int To) Range(string header, int length)
    {
        if (!header.StartsWith("bytes=", StringComparison.Ordinal))
            return (0, length - 1);
        var parts = header[6..].Split('-', 2);
        var to = int.TryParse(parts[1], CultureInfo.InvariantCulture, out var end) ? end : length - 1;
        if (parts[0].Length == 0)
            return (Math.Max(0, length - to), length - 1);
        return int.TryParse(parts[0], CultureInfo.InvariantCulture, out var from) && from < length
            ? (from, Math.Min(to, length - 1))
            : (1, 0);
    }

    private static async Task Refuse(HttpContext http, int status, string code, string says)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/xml";
        if (http.Request.Method != "HEAD")
            await http.Response.WriteAsync(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    + $"<Error><Code>{code}</Code><Message>{says}</Message></Error>",
                http.RequestAborted
            );
    }
}
