using Acceptance.Cloud.Twin.World;
using Microsoft.AspNetCore.Http;

namespace Acceptance.Cloud.Twin.Wire.Dashboard;

/// <summary>A NetBox beside the cloud: its root sends to the login page. No service of the catalog.</summary>
internal sealed class NetBoxWire(TwinWorld world) : WireService(world)
{
    private const string Login = "/login/";

    public override string Role => "netbox";

    public override async Task Answer(HttpContext http, string role)
    {
        var response = http.Response;
        response.ContentType = "text/html; charset=utf-8";
        if (http.Request.Path == "/")
        {
            response.StatusCode = 302;
            response.Headers.Location = $"{Login}?next=/";
            return;
        }

        response.StatusCode = http.Request.Path == Login ? 200 : 404;
        if (http.Request.Method != "HEAD")
            await response.WriteAsync(
                "<!DOCTYPE html>\n<html lang=\"en\"><head><title>Home | NetBox</title></head>"
                    + "<body><h1>Log In</h1></body></html>\n",
                http.RequestAborted
            );
    }
}
