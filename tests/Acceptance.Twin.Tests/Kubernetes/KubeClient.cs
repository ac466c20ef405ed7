using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Acceptance.Twin.Tests.Kubernetes;

/// <summary>Speaks to an API server with what a kubeconfig says, trusting nothing but its authority.</summary>
internal sealed class KubeClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly X509Certificate2? _certificate;

    public KubeClient(string kubeconfig, string? token = null, bool anonymous = false)
    {
        using var authority = X509Certificate2.CreateFromPem(Data(kubeconfig, "certificate-authority-data"));
        var trust = X509CertificateLoader.LoadCertificate(authority.RawData);
        var handler = new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(10) };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, chain, errors) =>
            IsTrusted(trust, shown, chain!, errors);
        if (token is null && !anonymous)
        {
            using var pem = X509Certificate2.CreateFromPem(
                Data(kubeconfig, "client-certificate-data"),
                Data(kubeconfig, "client-key-data")
            );
            _certificate = X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pfx), null);
            handler.SslOptions.ClientCertificates = [_certificate];
        }

        _http = new HttpClient(handler) { BaseAddress = new Uri(Line(kubeconfig, "server") + "/") };
        if (token is not null)
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    private static bool IsTrusted(
        X509Certificate2 trust,
        X509Certificate? shown,
        X509Chain chain,
        System.Net.Security.SslPolicyErrors errors
    )
    {
        if (shown is null || (errors & System.Net.Security.SslPolicyErrors.RemoteCertificateNameMismatch) != 0)
            return false;
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(trust);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(X509CertificateLoader.LoadCertificate(shown.GetRawCertData()));
    }

    public async Task<KubeReply> Send(
        string method,
        string path,
        JsonNode? body = null,
        string type = "application/json",
        string? accept = null
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path.TrimStart('/'))
        {
            Version = HttpVersion.Version11,
        };
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        }

        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var warnings = response.Headers.TryGetValues("Warning", out var all) ? all.ToArray() : [];
        return new KubeReply(
            (int)response.StatusCode,
            text,
            response.Content.Headers.ContentType?.ToString() ?? "",
            warnings
        );
    }

    public Task<KubeReply> Get(string path) => Send("GET", path);

    public Task<Stream> Open(string path) => _http.GetStreamAsync(path.TrimStart('/'));

    public void Dispose()
    {
        _http.Dispose();
        _certificate?.Dispose();
    }

    private static string Line(string kubeconfig, string key) =>
        Regex.Match(kubeconfig, $@"{key}: (\S+)").Groups[1].Value;

    private static string Data(string kubeconfig, string key) =>
        Encoding.ASCII.GetString(Convert.FromBase64String(Line(kubeconfig, key)));
}
