using k8s.Autorest;
using k8s.Models;

namespace k8s;

internal sealed partial class CoreV1Operations
{
    public Task<HttpOperationResponse<V1ServiceList>> ListServiceForAllNamespacesWithHttpMessagesAsync(
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
        sender.SendAsync<V1ServiceList>(
            HttpMethod.Get,
            "api/v1/services",
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

    public Task<HttpOperationResponse<V1ServiceList>> ListNamespacedServiceWithHttpMessagesAsync(
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
        sender.SendAsync<V1ServiceList>(
            HttpMethod.Get,
            $"api/v1/namespaces/{namespaceParameter}/services",
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

    public Task<HttpOperationResponse<V1Service>> ReadNamespacedServiceWithHttpMessagesAsync(
        string name,
        string namespaceParameter,
        bool? pretty = default,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? customHeaders = default,
        CancellationToken cancellationToken = default
    ) =>
        sender.SendAsync<V1Service>(
            HttpMethod.Get,
            $"api/v1/namespaces/{namespaceParameter}/services/{name}",
            new QueryString().With("pretty", pretty),
            null,
            false,
            customHeaders,
            cancellationToken
        );

    public Task<HttpOperationResponse<V1Service>> CreateNamespacedServiceWithHttpMessagesAsync(
        V1Service body,
        string namespaceParameter,
        string? dryRun = default,
        string? fieldManager = default,
        string? fieldValidation = default,
        bool? pretty = default,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? customHeaders = default,
        CancellationToken cancellationToken = default
    ) =>
        sender.SendAsync<V1Service>(
            HttpMethod.Post,
            $"api/v1/namespaces/{namespaceParameter}/services",
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

    public Task<HttpOperationResponse<V1Service>> PatchNamespacedServiceWithHttpMessagesAsync(
        V1Patch body,
        string name,
        string namespaceParameter,
        string? dryRun = default,
        string? fieldManager = default,
        string? fieldValidation = default,
        bool? force = default,
        bool? pretty = default,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? customHeaders = default,
        CancellationToken cancellationToken = default
    ) =>
        sender.SendAsync<V1Service>(
            HttpMethod.Patch,
            $"api/v1/namespaces/{namespaceParameter}/services/{name}",
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

    public Task<HttpOperationResponse<V1Service>> DeleteNamespacedServiceWithHttpMessagesAsync(
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
        sender.SendAsync<V1Service>(
            HttpMethod.Delete,
            $"api/v1/namespaces/{namespaceParameter}/services/{name}",
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
