using Acceptance.Cloud.Twin.World;
using Microsoft.AspNetCore.Http;

namespace Acceptance.Cloud.Twin.Wire.Objects;

/// <summary>
/// radosgw at its root: it answers who names nobody with a list of no buckets, in XML. Nothing behind it.
/// </summary>
internal sealed class RadosgwWire(TwinWorld world) : WireService(world)
{
    internal const string NoBuckets =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><ListAllMyBucketsResult "
        + "xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Owner><ID>anonymous</ID></Owner><Buckets></Buckets>"
        + "</ListAllMyBucketsResult>";

    public override string Role => "radosgw";

    public override async Task Answer(HttpContext http, string role)
    {
        var response = http.Response;
        if (http.Request.Path.Value != "/" || http.Request.Method is not ("GET" or "HEAD"))
        {
            response.StatusCode = 501;
            response.ContentType = "text/plain; charset=utf-8";
            await response.WriteAsync(
                $"not emulated: the twin's radosgw has no {http.Request.Method} {http.Request.Path}\n",
                http.RequestAborted
            );
            return;
        }

        response.ContentType = "application/xml";
        response.ContentLength = NoBuckets.Length;
        if (http.Request.Method == "GET")
            await response.WriteAsync(NoBuckets, http.RequestAborted);
    }
}
