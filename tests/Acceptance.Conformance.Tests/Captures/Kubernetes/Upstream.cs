using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Acceptance.Conformance.Tests.Captures.Kubernetes;

/// <summary>One identity's way to one API server of the twin, in HTTP/1.1 as the captures have it.</summary>
internal sealed class Upstream : IDisposable
{
    private readonly HttpClient _http;
    private readonly string _server;

    public Upstream(string server, X509Certificate2 authority, X509Certificate2? client)
    {
        _server = server;
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, chain, _) =>
        {
            if (shown is null)
                return false;
            chain!.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.Add(authority);
            chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            return chain.Build(X509CertificateLoader.LoadCertificate(shown.GetRawCertData()));
        };
        if (client is not null)
            handler.SslOptions.ClientCertificates =
            [
                X509CertificateLoader.LoadPkcs12(client.Export(X509ContentType.Pfx), null),
            ];
        _http = new HttpClient(handler);
    }

    public async Task<HttpResponseMessage> Send(
        string method,
        string target,
        IEnumerable<KeyValuePair<string, string>> headers,
        byte[]? body
    )
    {
        // As it was written: "//api" is a path of its own.
        var options = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(_server + target, options))
        {
            Version = HttpVersion.Version11,
        };
        if (body is { Length: > 0 })
            request.Content = new ByteArrayContent(body);
        foreach (var (name, value) in headers)
        {
            if (name is "Host" or "Content-Length" or "Transfer-Encoding" or "Connection" or "Accept-Encoding")
                continue;
            if (name == "Content-Type" && request.Content is not null)
                request.Content.Headers.TryAddWithoutValidation(name, value);
            else
                request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>Sends and reads to the end; a watch is read until the server ends it.</summary>
    public async Task<Exchange> Ask(Exchange wanted)
    {
        using var response = await Send(
            wanted.Method,
            wanted.Query.Length > 0 ? $"{wanted.Path}?{wanted.Query}" : wanted.Path,
            wanted.RequestHeaders,
            Bytes(wanted.RequestBody)
        );
        var text = await response.Content.ReadAsStringAsync();
        var answer = wanted with
        {
            Status = (int)response.StatusCode,
            Headers = HeadersOf(response),
            Body = null,
            Frames = null,
        };
        return IsWatch(wanted.Query) && answer.Status == 200
            ? answer with
            {
                Frames =
                [
                    .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                        .Select(line => (0d, (JsonObject)JsonNode.Parse(line)!))
                        .Where(frame => frame.Item2.ContainsKey("type")),
                ],
                EndedByServer = true,
            }
            : answer with
            {
                Body = Read(text),
            };
    }

    public async Task<Exchange> Ask(
        string method,
        string path,
        JsonNode? body = null,
        string type = "application/json",
        string query = ""
    ) =>
        await Ask(
            new Exchange(method, path, query)
            {
                RequestHeaders = new Dictionary<string, string>
                {
                    ["Accept"] = "application/json",
                    ["Content-Type"] = type,
                    ["User-Agent"] = "recorder",
                },
                RequestBody = body,
            }
        );

    public static bool IsWatch(string query) =>
        query.Contains("watch=1", StringComparison.Ordinal) || query.Contains("watch=true", StringComparison.Ordinal);

    public static Dictionary<string, string> HeadersOf(HttpResponseMessage response) =>
        response
            .Headers.Concat(response.Content.Headers)
            .ToDictionary(one => one.Key, one => string.Join(", ", one.Value), StringComparer.OrdinalIgnoreCase);

    /// <summary>JSON, or what is none as a string; null for nothing.</summary>
    public static JsonNode? Read(string text)
    {
        if (text.Length == 0)
            return null;
        try
        {
            return text[0] is '{' or '[' ? JsonNode.Parse(text) : JsonValue.Create(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }

    public void Dispose() => _http.Dispose();

    private static byte[]? Bytes(JsonNode? body) =>
        body switch
        {
            null => null,
            JsonObject map when Exchange.IsBinary(map) => Convert.FromBase64String((string)map["base64"]!),
            JsonValue text when text.TryGetValue<string>(out var written) => Encoding.UTF8.GetBytes(written),
            _ => Encoding.UTF8.GetBytes(body.ToJsonString()),
        };
}
