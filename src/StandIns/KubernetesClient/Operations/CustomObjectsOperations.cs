using k8s.Autorest;
using k8s.Models;

namespace k8s;

internal sealed class CustomObjectsOperations(RequestSender sender) : ICustomObjectsOperations
{
    public Task<HttpOperationResponse<object>> ListClusterCustomObjectWithHttpMessagesAsync(
        string group,
        string version,
        string plural,
        bool? allowWatchBookmarks = default,
        string? continueParameter = default,
        string? fieldSelector = default,
        string? labelSelector = default,
        int? limit = default,
        string? resourceVersion = default,
        string? resourceVersionMatch = default,
        int? timeoutSeconds = default,
        bool? watch = default,
        bool? pretty = default,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? customHeaders = default,
        CancellationToken cancellationToken = default
    ) =>
        ListClusterCustomObjectWithHttpMessagesAsync<object>(
            group,
            version,
            plural,
            allowWatchBookmarks,
            continueParameter,
            fieldSelector,
            labelSelector,
            limit,
            resourceVersion,
            resourceVersionMatch,
            timeoutSeconds,
            watch,
            pretty,
            customHeaders,
            cancellationToken
        );

    public Task<HttpOperationResponse<T>> ListClusterCustomObjectWithHttpMessagesAsync<T>(
        string group,
        string version,
        string plural,
        bool? allowWatchBookmarks = default,
        string? continueParameter = default,
        string? fieldSelector = default,
        string? labelSelector = default,
        int? limit = default,
        string? resourceVersion = default,
        string? resourceVersionMatch = default,
        int? timeoutSeconds = default,
        bool? watch = default,
        bool? pretty = default,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? customHeaders = default,
        CancellationToken cancellationToken = default
    ) =>
        sender.SendAsync<T>(
            HttpMethod.Get,
            $"apis/{group}/{version}/{plural}",
            new QueryString()
                .With("allowWatchBookmarks", allowWatchBookmarks)
                .With("continue", continueParameter)
                .With("fieldSelector", fieldSelector)
                .With("labelSelector", labelSelector)
                .With("limit", limit)
                .With("resourceVersion", resourceVersion)
                .With("resourceVersionMatch", resourceVersionMatch)
                .With("timeoutSeconds", timeoutSeconds)
                .With("watch", watch)
                .With("pretty", pretty),
            null,
            watch == true,
            customHeaders,
            cancellationToken
        );

    public Task<HttpOperationResponse<object>> ListNamespacedCustomObjectWithHttpMessagesAsync(
        string group,
        string version,
        string namespaceParameter,
        string plural,
        bool? allowWatchBookmarks = default,
        string? continueParameter = default,
        string? fieldSelector = default,
        string? labelSelector = default,
        int? limit = default,
        string? resourceVersion = default,
        string? resourceVersionMatch = default,
        int? timeoutSeconds = default,
        bool? watch = default,
        bool? pretty = default,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? customHeaders = default,
        CancellationToken cancellationToken = default
    ) =>
        ListNamespacedCustomObjectWithHttpMessagesAsync<object>(
            group,
            version,
            namespaceParameter,
            plural,
            allowWatchBookmarks,
            continueParameter,
            fieldSelector,
            labelSelector,
            limit,
            resourceVersion,
            resourceVersionMatch,
            timeoutSeconds,
            watch,
            pretty,
            customHeaders,
            cancellationToken
        );

    public Task<HttpOperationResponse<T>> ListNamespacedCustomObjectWithHttpMessagesAsync<T>(
        string group,
        string version,
        string namespaceParameter,
        string plural,
        bool? allowWatchBookmarks = default,
        string? continueParameter = default,
        string? fieldSelector = default,
        string? labelSelector = default,
        int? limit = default,
        string? resourceVersion = default,
        string? resourceVersionMatch = default,
        int? timeoutSeconds = default,
        bool? watch = default,
        bool? pretty = default,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? customHeaders = default,
        CancellationToken cancellationToken = default
    ) =>
        sender.SendAsync<T>(
            HttpMethod.Get,
            $"apis/{group}/{version}/namespaces/{namespaceParameter}/{plural}",
            new QueryString()
                .With("allowWatchBookmarks", allowWatchBookmarks)
                .With("continue", continueParameter)
                .With("fieldSelector", fieldSelector)
                .With("labelSelector", labelSelector)
                .With("limit", limit)
                .With("resourceVersion", resourceVersion)
                .With("resourceVersionMatch", resourceVersionMatch)
                .With("timeoutSeconds", timeoutSeconds)
                .With("watch", watch)
                .With("pretty", pretty),
            null,
            watch == true,
            customHeaders,
            cancellationToken
        );

    public Task<HttpOperationResponse<object>> GetClusterCustomObjectWithHttpMessagesAsync(
        string group,
        string version,
        string plural,
        string name,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? customHeaders = default,
        CancellationToken cancellationToken = default
    ) =>
        GetClusterCustomObjectWithHttpMessagesAsync<object>(
            group,
            version,
            plural,
            name,
            customHeaders,
            cancellationToken
        );

    public Task<HttpOperationResponse<T>> GetClusterCustomObjectWithHttpMessagesAsync<T>(
        string group,
        string version,
        string plural,
        string name,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? customHeaders = default,
        CancellationToken cancellationToken = default
    ) =>
        sender.SendAsync<T>(
            HttpMethod.Get,
            $"apis/{group}/{version}/{plural}/{name}",
            new QueryString(),
            null,
            false,
            customHeaders,
            cancellationToken
        );

    public Task<HttpOperationResponse<object>> GetNamespacedCustomObjectWithHttpMessagesAsync(
        string group,
        string version,
        string namespaceParameter,
        string plural,
        string name,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? customHeaders = default,
        CancellationToken cancellationToken = default
    ) =>
        GetNamespacedCustomObjectWithHttpMessagesAsync<object>(
            group,
            version,
            namespaceParameter,
            plural,
            name,
            customHeaders,
            cancellationToken
        );

    public Task<HttpOperationResponse<T>> GetNamespacedCustomObjectWithHttpMessagesAsync<T>(
        string group,
        string version,
        string namespaceParameter,
        string plural,
        string name,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? customHeaders = default,
        CancellationToken cancellationToken = default
    ) =>
        sender.SendAsync<T>(
            HttpMethod.Get,
            $"apis/{group}/{version}/namespaces/{namespaceParameter}/{plural}/{name}",
            new QueryString(),
            null,
            false,
            customHeaders,
            cancellationToken
        );

    public Task<HttpOperationResponse<object>> PatchNamespacedCustomObjectWithHttpMessagesAsync(
        object body,
        string group,
        string version,
        string namespaceParameter,
        string plural,
        string name,
        string? dryRun = default,
        string? fieldManager = default,
        string? fieldValidation = default,
        bool? force = default,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? customHeaders = default,
        CancellationToken cancellationToken = default
    ) =>
        PatchNamespacedCustomObjectWithHttpMessagesAsync<object>(
            body,
            group,
            version,
            namespaceParameter,
            plural,
            name,
            dryRun,
            fieldManager,
            fieldValidation,
            force,
            customHeaders,
            cancellationToken
        );

    public Task<HttpOperationResponse<T>> PatchNamespacedCustomObjectWithHttpMessagesAsync<T>(
        object body,
        string group,
        string version,
        string namespaceParameter,
        string plural,
        string name,
        string? dryRun = default,
        string? fieldManager = default,
        string? fieldValidation = default,
        bool? force = default,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? customHeaders = default,
        CancellationToken cancellationToken = default
    ) =>
        sender.SendAsync<T>(
            HttpMethod.Patch,
            $"apis/{group}/{version}/namespaces/{namespaceParameter}/{plural}/{name}",
            new QueryString()
                .With("dryRun", dryRun)
                .With("fieldManager", fieldManager)
                .With("fieldValidation", fieldValidation)
                .With("force", force),
            body,
            false,
            customHeaders,
            cancellationToken
        );

    public Task<HttpOperationResponse<object>> DeleteNamespacedCustomObjectWithHttpMessagesAsync(
        string group,
        string version,
        string namespaceParameter,
        string plural,
        string name,
        V1DeleteOptions? body = default,
        int? gracePeriodSeconds = default,
        bool? orphanDependents = default,
        string? propagationPolicy = default,
        string? dryRun = default,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? customHeaders = default,
        CancellationToken cancellationToken = default
    ) =>
        DeleteNamespacedCustomObjectWithHttpMessagesAsync<object>(
            group,
            version,
            namespaceParameter,
            plural,
            name,
            body,
            gracePeriodSeconds,
            orphanDependents,
            propagationPolicy,
            dryRun,
            customHeaders,
            cancellationToken
        );

    public Task<HttpOperationResponse<T>> DeleteNamespacedCustomObjectWithHttpMessagesAsync<T>(
        string group,
        string version,
        string namespaceParameter,
        string plural,
        string name,
        V1DeleteOptions? body = default,
        int? gracePeriodSeconds = default,
        bool? orphanDependents = default,
        string? propagationPolicy = default,
        string? dryRun = default,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? customHeaders = default,
        CancellationToken cancellationToken = default
    ) =>
        sender.SendAsync<T>(
            HttpMethod.Delete,
            $"apis/{group}/{version}/namespaces/{namespaceParameter}/{plural}/{name}",
            new QueryString()
                .With("gracePeriodSeconds", gracePeriodSeconds)
                .With("orphanDependents", orphanDependents)
                .With("propagationPolicy", propagationPolicy)
                .With("dryRun", dryRun),
            body,
            false,
            customHeaders,
            cancellationToken
        );
}
