using System.Net;
using System.Text;
using k8s;

namespace Acceptance.StandIns.Tests.KubernetesClient;

/// <summary>Answers every request with one body, and keeps what it was asked; nothing is connected to.</summary>
internal sealed class CannedServer(string body, HttpStatusCode status = HttpStatusCode.OK) : DelegatingHandler
{
    public List<string> Requests { get; } = [];

    public string? Sent { get; private set; }

    public string? ContentType { get; private set; }

    public string? Authorization { get; private set; }

    public Kubernetes Client(Action<KubernetesClientConfiguration>? configure = null)
    {
        var configuration = new KubernetesClientConfiguration { Host = "https://127.0.0.1:6443/behind/a/path" };
        configure?.Invoke(configuration);
        return new Kubernetes(configuration, this);
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        Requests.Add($"{request.Method} {request.RequestUri!.PathAndQuery}");
        Authorization = request.Headers.Authorization?.ToString();
        ContentType = request.Content?.Headers.ContentType?.MediaType;
        Sent = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        return new HttpResponseMessage(status)
        {
            RequestMessage = request,
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
    }
}
