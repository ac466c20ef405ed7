using k8s.Autorest;
using k8s.Models;

namespace k8s;

/// <summary>Nodes, pods, services and the other kinds of the core group. Each awaits the answer and gives its body.</summary>
public static partial class CoreV1OperationsExtensions
{
    public static Task<V1NodeList> ListNodeAsync(
        this ICoreV1Operations operations,
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
            .ListNodeWithHttpMessagesAsync(
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

    public static IAsyncEnumerable<(WatchEventType, V1Node)> WatchListNodeAsync(
        this ICoreV1Operations operations,
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
            .ListNodeWithHttpMessagesAsync(
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
            .EventsAsync<V1Node, V1NodeList>(onError, cancellationToken);

    public static Task<V1Node> ReadNodeAsync(
        this ICoreV1Operations operations,
        string name,
        bool? pretty = default,
        CancellationToken cancellationToken = default
    ) => operations.ReadNodeWithHttpMessagesAsync(name, pretty, null, cancellationToken).BodyAsync();

    public static Task<V1Node> PatchNodeAsync(
        this ICoreV1Operations operations,
        V1Patch body,
        string name,
        string? dryRun = default,
        string? fieldManager = default,
        string? fieldValidation = default,
        bool? force = default,
        bool? pretty = default,
        CancellationToken cancellationToken = default
    ) =>
        operations
            .PatchNodeWithHttpMessagesAsync(
                body,
                name,
                dryRun,
                fieldManager,
                fieldValidation,
                force,
                pretty,
                null,
                cancellationToken
            )
            .BodyAsync();
}
