using k8s.Autorest;
using k8s.Models;

namespace k8s;

internal sealed partial class CoreV1Operations(RequestSender sender) : ICoreV1Operations
{
    public Task<HttpOperationResponse<V1NodeList>> ListNodeWithHttpMessagesAsync(
        bool? allowWatchBookmarks = default,
        string? continueParameter = default,
        string? fieldSelector = default,
        string? labelSelector = default,
        int? limit = default,
        string? resourceVersion = default,
        string? resourceVersionMatch = default,
        bool? sendInitialEvents = default,
        int? timeoutSeconds = default,
        bool? watch = default,
        bool? pretty = default,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? customHeaders = default,
        CancellationToken cancellationToken = default
    ) =>
        sender.SendAsync<V1NodeList>(
            HttpMethod.Get,
            "api/v1/nodes",
            new QueryString()
                .With("allowWatchBookmarks", allowWatchBookmarks)
                .With("continue", continueParameter)
                .With("fieldSelector", fieldSelector)
                .With("labelSelector", labelSelector)
                .With("limit", limit)
                .With("resourceVersion", resourceVersion)
                .With("resourceVersionMatch", resourceVersionMatch)
                .With("sendInitialEvents", sendInitialEvents)
                .With("timeoutSeconds", timeoutSeconds)
                .With("watch", watch)
                .With("pretty", pretty),
            null,
            watch == true,
            customHeaders,
            cancellationToken
        );

    public Task<HttpOperationResponse<V1Node>> ReadNodeWithHttpMessagesAsync(
        string name,
        bool? pretty = default,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? customHeaders = default,
        CancellationToken cancellationToken = default
    ) =>
        sender.SendAsync<V1Node>(
            HttpMethod.Get,
            $"api/v1/nodes/{name}",
            new QueryString().With("pretty", pretty),
            null,
            false,
            customHeaders,
            cancellationToken
        );

    public Task<HttpOperationResponse<V1Node>> PatchNodeWithHttpMessagesAsync(
        V1Patch body,
        string name,
        string? dryRun = default,
        string? fieldManager = default,
        string? fieldValidation = default,
        bool? force = default,
        bool? pretty = default,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? customHeaders = default,
        CancellationToken cancellationToken = default
    ) =>
        sender.SendAsync<V1Node>(
            HttpMethod.Patch,
            $"api/v1/nodes/{name}",
            new QueryString()
                .With("dryRun", dryRun)
                .With("fieldManager", fieldManager)
                .With("fieldValidation", fieldValidation)
                .With("force", force)
                .With("pretty", pretty),
            body,
            false,
            customHeaders,
            cancellationToken
        );
}
