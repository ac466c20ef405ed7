using k8s.Autorest;
using k8s.Models;

namespace k8s;

internal sealed partial class CoreV1Operations
{
    public Task<HttpOperationResponse<V1PodList>> ListPodForAllNamespacesWithHttpMessagesAsync(
        bool? allowWatchBookmarks = default,
        string? continueParameter = default,
        string? fieldSelector = default,
        string? labelSelector = default,
        int? limit = default,
        bool? pretty = default,
        string? resourceVersion = default,
        string? resourceVersionMatch = default,
        bool? sendInitialEvents = default,
        int? timeoutSeconds = default,
        bool? watch = default,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? customHeaders = default,
        CancellationToken cancellationToken = default
    ) =>
        sender.SendAsync<V1PodList>(
            HttpMethod.Get,
            "api/v1/pods",
            new QueryString()
                .With("allowWatchBookmarks", allowWatchBookmarks)
                .With("continue", continueParameter)
                .With("fieldSelector", fieldSelector)
                .With("labelSelector", labelSelector)
                .With("limit", limit)
                .With("pretty", pretty)
                .With("resourceVersion", resourceVersion)
                .With("resourceVersionMatch", resourceVersionMatch)
                .With("sendInitialEvents", sendInitialEvents)
                .With("timeoutSeconds", timeoutSeconds)
                .With("watch", watch),
            null,
            watch == true,
            customHeaders,
            cancellationToken
        );

    public Task<HttpOperationResponse<V1PodList>> ListNamespacedPodWithHttpMessagesAsync(
        string namespaceParameter,
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
        sender.SendAsync<V1PodList>(
            HttpMethod.Get,
            $"api/v1/namespaces/{namespaceParameter}/pods",
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

    public Task<HttpOperationResponse<V1Pod>> ReadNamespacedPodWithHttpMessagesAsync(
        string name,
        string namespaceParameter,
        bool? pretty = default,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? customHeaders = default,
        CancellationToken cancellationToken = default
    ) =>
        sender.SendAsync<V1Pod>(
            HttpMethod.Get,
            $"api/v1/namespaces/{namespaceParameter}/pods/{name}",
            new QueryString().With("pretty", pretty),
            null,
            false,
            customHeaders,
            cancellationToken
        );

    public Task<HttpOperationResponse<V1Pod>> DeleteNamespacedPodWithHttpMessagesAsync(
        string name,
        string namespaceParameter,
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
        sender.SendAsync<V1Pod>(
            HttpMethod.Delete,
            $"api/v1/namespaces/{namespaceParameter}/pods/{name}",
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
