using k8s.Autorest;
using k8s.Models;

namespace k8s;

internal sealed partial class CoreV1Operations
{
    public Task<HttpOperationResponse<V1NamespaceList>> ListNamespaceWithHttpMessagesAsync(
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
        sender.SendAsync<V1NamespaceList>(
            HttpMethod.Get,
            "api/v1/namespaces",
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

    public Task<HttpOperationResponse<V1Namespace>> ReadNamespaceWithHttpMessagesAsync(
        string name,
        bool? pretty = default,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? customHeaders = default,
        CancellationToken cancellationToken = default
    ) =>
        sender.SendAsync<V1Namespace>(
            HttpMethod.Get,
            $"api/v1/namespaces/{name}",
            new QueryString().With("pretty", pretty),
            null,
            false,
            customHeaders,
            cancellationToken
        );

    public Task<HttpOperationResponse<V1Namespace>> CreateNamespaceWithHttpMessagesAsync(
        V1Namespace body,
        string? dryRun = default,
        string? fieldManager = default,
        string? fieldValidation = default,
        bool? pretty = default,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? customHeaders = default,
        CancellationToken cancellationToken = default
    ) =>
        sender.SendAsync<V1Namespace>(
            HttpMethod.Post,
            "api/v1/namespaces",
            new QueryString()
                .With("dryRun", dryRun)
                .With("fieldManager", fieldManager)
                .With("fieldValidation", fieldValidation)
                .With("pretty", pretty),
            body,
            false,
            customHeaders,
            cancellationToken
        );

    public Task<HttpOperationResponse<V1Status>> DeleteNamespaceWithHttpMessagesAsync(
        string name,
        V1DeleteOptions? body = default,
        string? dryRun = default,
        int? gracePeriodSeconds = default,
        bool? ignoreStoreReadErrorWithClusterBreakingPotential = default,
        bool? orphanDependents = default,
        string? propagationPolicy = default,
        bool? pretty = default,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? customHeaders = default,
        CancellationToken cancellationToken = default
    ) =>
        sender.SendAsync<V1Status>(
            HttpMethod.Delete,
            $"api/v1/namespaces/{name}",
            new QueryString()
                .With("dryRun", dryRun)
                .With("gracePeriodSeconds", gracePeriodSeconds)
                .With(
                    "ignoreStoreReadErrorWithClusterBreakingPotential",
                    ignoreStoreReadErrorWithClusterBreakingPotential
                )
                .With("orphanDependents", orphanDependents)
                .With("propagationPolicy", propagationPolicy)
                .With("pretty", pretty),
            body,
            false,
            customHeaders,
            cancellationToken
        );
}
