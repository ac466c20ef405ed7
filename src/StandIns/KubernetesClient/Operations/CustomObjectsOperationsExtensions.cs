using k8s.Autorest;
using k8s.Models;

namespace k8s;

/// <summary>Kinds this client has no model for; an object is a JsonElement, or what T says. Each awaits the answer and gives its body.</summary>
public static class CustomObjectsOperationsExtensions
{
    public static Task<object> ListClusterCustomObjectAsync(
        this ICustomObjectsOperations operations,
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
        bool? pretty = default,
        CancellationToken cancellationToken = default
    ) =>
        operations
            .ListClusterCustomObjectWithHttpMessagesAsync(
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
                false,
                pretty,
                null,
                cancellationToken
            )
            .BodyAsync();

    public static Task<T> ListClusterCustomObjectAsync<T>(
        this ICustomObjectsOperations operations,
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
        bool? pretty = default,
        CancellationToken cancellationToken = default
    ) =>
        operations
            .ListClusterCustomObjectWithHttpMessagesAsync<T>(
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
                false,
                pretty,
                null,
                cancellationToken
            )
            .BodyAsync();

    public static Task<object> ListNamespacedCustomObjectAsync(
        this ICustomObjectsOperations operations,
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
        bool? pretty = default,
        CancellationToken cancellationToken = default
    ) =>
        operations
            .ListNamespacedCustomObjectWithHttpMessagesAsync(
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
                false,
                pretty,
                null,
                cancellationToken
            )
            .BodyAsync();

    public static Task<T> ListNamespacedCustomObjectAsync<T>(
        this ICustomObjectsOperations operations,
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
        bool? pretty = default,
        CancellationToken cancellationToken = default
    ) =>
        operations
            .ListNamespacedCustomObjectWithHttpMessagesAsync<T>(
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
                false,
                pretty,
                null,
                cancellationToken
            )
            .BodyAsync();

    public static Task<object> GetClusterCustomObjectAsync(
        this ICustomObjectsOperations operations,
        string group,
        string version,
        string plural,
        string name,
        CancellationToken cancellationToken = default
    ) =>
        operations
            .GetClusterCustomObjectWithHttpMessagesAsync(group, version, plural, name, null, cancellationToken)
            .BodyAsync();

    public static Task<T> GetClusterCustomObjectAsync<T>(
        this ICustomObjectsOperations operations,
        string group,
        string version,
        string plural,
        string name,
        CancellationToken cancellationToken = default
    ) =>
        operations
            .GetClusterCustomObjectWithHttpMessagesAsync<T>(group, version, plural, name, null, cancellationToken)
            .BodyAsync();

    public static Task<object> GetNamespacedCustomObjectAsync(
        this ICustomObjectsOperations operations,
        string group,
        string version,
        string namespaceParameter,
        string plural,
        string name,
        CancellationToken cancellationToken = default
    ) =>
        operations
            .GetNamespacedCustomObjectWithHttpMessagesAsync(
                group,
                version,
                namespaceParameter,
                plural,
                name,
                null,
                cancellationToken
            )
            .BodyAsync();

    public static Task<T> GetNamespacedCustomObjectAsync<T>(
        this ICustomObjectsOperations operations,
        string group,
        string version,
        string namespaceParameter,
        string plural,
        string name,
        CancellationToken cancellationToken = default
    ) =>
        operations
            .GetNamespacedCustomObjectWithHttpMessagesAsync<T>(
                group,
                version,
                namespaceParameter,
                plural,
                name,
                null,
                cancellationToken
            )
            .BodyAsync();

    public static Task<object> PatchNamespacedCustomObjectAsync(
        this ICustomObjectsOperations operations,
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
        CancellationToken cancellationToken = default
    ) =>
        operations
            .PatchNamespacedCustomObjectWithHttpMessagesAsync(
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
                null,
                cancellationToken
            )
            .BodyAsync();

    public static Task<T> PatchNamespacedCustomObjectAsync<T>(
        this ICustomObjectsOperations operations,
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
        CancellationToken cancellationToken = default
    ) =>
        operations
            .PatchNamespacedCustomObjectWithHttpMessagesAsync<T>(
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
                null,
                cancellationToken
            )
            .BodyAsync();

    public static Task<object> DeleteNamespacedCustomObjectAsync(
        this ICustomObjectsOperations operations,
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
        CancellationToken cancellationToken = default
    ) =>
        operations
            .DeleteNamespacedCustomObjectWithHttpMessagesAsync(
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
                null,
                cancellationToken
            )
            .BodyAsync();

    public static Task<T> DeleteNamespacedCustomObjectAsync<T>(
        this ICustomObjectsOperations operations,
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
        CancellationToken cancellationToken = default
    ) =>
        operations
            .DeleteNamespacedCustomObjectWithHttpMessagesAsync<T>(
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
                null,
                cancellationToken
            )
            .BodyAsync();
}
