using k8s.Autorest;
using k8s.Models;

namespace k8s;

/// <summary>Storage classes. Each awaits the answer and gives its body.</summary>
public static class StorageV1OperationsExtensions
{
    public static Task<V1StorageClassList> ListStorageClassAsync(
        this IStorageV1Operations operations,
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
            .ListStorageClassWithHttpMessagesAsync(
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

    public static IAsyncEnumerable<(WatchEventType, V1StorageClass)> WatchListStorageClassAsync(
        this IStorageV1Operations operations,
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
            .ListStorageClassWithHttpMessagesAsync(
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
            .EventsAsync<V1StorageClass, V1StorageClassList>(onError, cancellationToken);

    public static Task<V1StorageClass> ReadStorageClassAsync(
        this IStorageV1Operations operations,
        string name,
        bool? pretty = default,
        CancellationToken cancellationToken = default
    ) => operations.ReadStorageClassWithHttpMessagesAsync(name, pretty, null, cancellationToken).BodyAsync();
}
