using System.Text;
using Microsoft.AspNetCore.Http;

namespace Acceptance.Cloud.Twin.Wire;

/// <summary>Reads a small request body once and leaves it readable for the service.</summary>
internal static class WireBody
{
    public static async Task<string> Peek(HttpContext http)
    {
        http.Request.EnableBuffering();
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8, false, 4096, leaveOpen: true);
        var text = await reader.ReadToEndAsync();
        http.Request.Body.Position = 0;
        return text;
    }
}
