using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using k8s.Autorest;
using k8s.Models;

namespace k8s;

/// <summary>Sends one request and reads its answer; an answer outside of 2xx is an HttpOperationException.</summary>
internal sealed class RequestSender(Kubernetes client, KubernetesClientConfiguration configuration)
{
    public async Task<HttpOperationResponse<T>> SendAsync<T>(
        HttpMethod method,
        string path,
        QueryString query,
        object? body,
        bool watch,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? customHeaders,
        CancellationToken cancellationToken
    )
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // A deadline of transport, and the only one of this client; a watch has none.
#pragma warning disable RS0030
        if (!watch)
            deadline.CancelAfter(client.HttpClientTimeout);
#pragma warning restore RS0030
        // A custom object of the group "" belongs to the core group, which is served elsewhere.
        var relative = path.Replace("apis//", "api/", StringComparison.Ordinal) + query;
        var request = new HttpRequestMessage(method, new Uri(client.BaseUri, relative));
        var sent = Fill(request, body, customHeaders);
        var response = await client
            .HttpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token)
            .ConfigureAwait(false);
        var answer = new HttpOperationResponse<T> { Request = request, Response = response };
        try
        {
            if (!response.IsSuccessStatusCode)
                throw await RefusalAsync(answer, sent, deadline.Token).ConfigureAwait(false);
            if (!watch)
                answer.Body = await ReadAsync<T>(response, deadline.Token).ConfigureAwait(false);
            return answer;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return (
            await JsonSerializer
                .DeserializeAsync<T>(stream, KubernetesJson.JsonSerializerOptions, cancellationToken)
                .ConfigureAwait(false)
        )!;
    }

    private static async Task<HttpOperationException> RefusalAsync(
        HttpOperationResponse answer,
        string sent,
        CancellationToken cancellationToken
    )
    {
        var said = await answer.Response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        return new HttpOperationException(
            $"Operation returned an invalid status code '{answer.Response.StatusCode}', response body {said}"
        )
        {
            Request = new HttpRequestMessageWrapper(answer.Request, sent),
            Response = new HttpResponseMessageWrapper(answer.Response, said),
        };
    }

    private static string MediaTypeOf(object body) =>
        body is not V1Patch patch
            ? "application/json"
            : patch.Type switch
            {
                V1Patch.PatchType.JsonPatch => "application/json-patch+json",
                V1Patch.PatchType.MergePatch => "application/merge-patch+json",
                V1Patch.PatchType.StrategicMergePatch => "application/strategic-merge-patch+json",
                _ => "application/apply-patch+yaml",
            };

    private string Fill(
        HttpRequestMessage request,
        object? body,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? customHeaders
    )
    {
        if (!configuration.DisableHttp2)
            request.Version = HttpVersion.Version20;
        foreach (var (name, values) in customHeaders?.ToArray() ?? [])
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, values);
        }

        request.Headers.Authorization ??= Authorization();
        if (!string.IsNullOrWhiteSpace(configuration.TlsServerName))
            request.Headers.Host = configuration.TlsServerName;
        if (body is null)
            return string.Empty;
        var text = KubernetesJson.Serialize(body);
        request.Content = new StringContent(text, Encoding.UTF8, new MediaTypeHeaderValue(MediaTypeOf(body), "utf-8"));
        return text;
    }

    private AuthenticationHeaderValue? Authorization()
    {
        if (!string.IsNullOrEmpty(configuration.AccessToken))
            return new AuthenticationHeaderValue("Bearer", configuration.AccessToken);
        if (string.IsNullOrEmpty(configuration.Username))
            return null;
        var pair = Encoding.UTF8.GetBytes($"{configuration.Username}:{configuration.Password}");
        return new AuthenticationHeaderValue("Basic", Convert.ToBase64String(pair));
    }
}
