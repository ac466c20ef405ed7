using k8s.Autorest;
using k8s.Models;

namespace k8s;

internal sealed partial class CoreV1Operations
{
    public Task<HttpOperationResponse<Corev1EventList>> ListEventForAllNamespacesWithHttpMessagesAsync(
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
        sender.SendAsync<Corev1EventList>(
            HttpMethod.Get,
            "api/v1/events",
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

    public Task<HttpOperationResponse<Corev1EventList>> ListNamespacedEventWithHttpMessagesAsync(
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
        sender.SendAsync<Corev1EventList>(
            HttpMethod.Get,
            $"api/v1/namespaces/{namespaceParameter}/events",
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
}
