using k8s.Autorest;
using k8s.Models;

namespace k8s;

/// <summary>Nodes, pods, services and the other kinds of the core group.</summary>
public partial interface ICoreV1Operations
{
    Task<HttpOperationResponse<V1ServiceList>> ListServiceForAllNamespacesWithHttpMessagesAsync(
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
    );

    Task<HttpOperationResponse<V1ServiceList>> ListNamespacedServiceWithHttpMessagesAsync(
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
    );

    Task<HttpOperationResponse<V1Service>> ReadNamespacedServiceWithHttpMessagesAsync(
        string name,
        string namespaceParameter,
        bool? pretty = default,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? customHeaders = default,
        CancellationToken cancellationToken = default
    );

    Task<HttpOperationResponse<V1Service>> CreateNamespacedServiceWithHttpMessagesAsync(
        V1Service body,
        string namespaceParameter,
        string? dryRun = default,
        string? fieldManager = default,
        string? fieldValidation = default,
        bool? pretty = default,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? customHeaders = default,
        CancellationToken cancellationToken = default
    );

    Task<HttpOperationResponse<V1Service>> PatchNamespacedServiceWithHttpMessagesAsync(
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
    );

    Task<HttpOperationResponse<V1Service>> DeleteNamespacedServiceWithHttpMessagesAsync(
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
    );
}
