using k8s.Autorest;
using k8s.Models;

namespace k8s;

/// <summary>Nodes, pods, services and the other kinds of the core group. Each awaits the answer and gives its body.</summary>
public static partial class CoreV1OperationsExtensions
{
    public static Task<V1PodList> ListPodForAllNamespacesAsync(
        this ICoreV1Operations operations,
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
        CancellationToken cancellationToken = default
    ) =>
        operations
            .ListPodForAllNamespacesWithHttpMessagesAsync(
                allowWatchBookmarks,
                continueParameter,
                fieldSelector,
                labelSelector,
                limit,
                pretty,
                resourceVersion,
                resourceVersionMatch,
                sendInitialEvents,
                timeoutSeconds,
                false,
                null,
                cancellationToken
            )
            .BodyAsync();

    public static IAsyncEnumerable<(WatchEventType, V1Pod)> WatchListPodForAllNamespacesAsync(
        this ICoreV1Operations operations,
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
        Action<Exception>? onError = default,
        CancellationToken cancellationToken = default
    ) =>
        operations
            .ListPodForAllNamespacesWithHttpMessagesAsync(
                allowWatchBookmarks,
                continueParameter,
                fieldSelector,
                labelSelector,
                limit,
                pretty,
                resourceVersion,
                resourceVersionMatch,
                sendInitialEvents,
                timeoutSeconds,
                true,
                null,
                cancellationToken
            )
            .EventsAsync<V1Pod, V1PodList>(onError, cancellationToken);

    public static Task<V1PodList> ListNamespacedPodAsync(
        this ICoreV1Operations operations,
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
        bool? pretty = default,
        CancellationToken cancellationToken = default
    ) =>
        operations
            .ListNamespacedPodWithHttpMessagesAsync(
                namespaceParameter,
                allowWatchBookmarks,
                continueParameter,
                fieldSelector,
                labelSelector,
                limit,
                resourceVersion,
                resourceVersionMatch,
                sendInitialEvents,
                timeoutSeconds,
                false,
                pretty,
                null,
                cancellationToken
            )
            .BodyAsync();

    public static IAsyncEnumerable<(WatchEventType, V1Pod)> WatchListNamespacedPodAsync(
        this ICoreV1Operations operations,
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
        bool? pretty = default,
        Action<Exception>? onError = default,
        CancellationToken cancellationToken = default
    ) =>
        operations
            .ListNamespacedPodWithHttpMessagesAsync(
                namespaceParameter,
                allowWatchBookmarks,
                continueParameter,
                fieldSelector,
                labelSelector,
                limit,
                resourceVersion,
                resourceVersionMatch,
                sendInitialEvents,
                timeoutSeconds,
                true,
                pretty,
                null,
                cancellationToken
            )
            .EventsAsync<V1Pod, V1PodList>(onError, cancellationToken);

    public static Task<V1Pod> ReadNamespacedPodAsync(
        this ICoreV1Operations operations,
        string name,
        string namespaceParameter,
        bool? pretty = default,
        CancellationToken cancellationToken = default
    ) =>
        operations
            .ReadNamespacedPodWithHttpMessagesAsync(name, namespaceParameter, pretty, null, cancellationToken)
            .BodyAsync();

    public static Task<V1Pod> DeleteNamespacedPodAsync(
        this ICoreV1Operations operations,
        string name,
        string namespaceParameter,
        V1DeleteOptions? body = default,
        string? dryRun = default,
        int? gracePeriodSeconds = default,
        bool? ignoreStoreReadErrorWithClusterBreakingPotential = default,
        bool? orphanDependents = default,
        string? propagationPolicy = default,
        bool? pretty = default,
        CancellationToken cancellationToken = default
    ) =>
        operations
            .DeleteNamespacedPodWithHttpMessagesAsync(
                name,
                namespaceParameter,
                body,
                dryRun,
                gracePeriodSeconds,
                ignoreStoreReadErrorWithClusterBreakingPotential,
                orphanDependents,
                propagationPolicy,
                pretty,
                null,
                cancellationToken
            )
            .BodyAsync();
}
