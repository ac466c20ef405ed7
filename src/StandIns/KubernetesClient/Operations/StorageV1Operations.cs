using k8s.Autorest;
using k8s.Models;

namespace k8s;

internal sealed class StorageV1Operations(RequestSender sender) : IStorageV1Operations
{
    public Task<HttpOperationResponse<V1StorageClassList>> ListStorageClassWithHttpMessagesAsync(
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
        sender.SendAsync<V1StorageClassList>(
            HttpMethod.Get,
            "apis/storage.k8s.io/v1/storageclasses",
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

    public Task<HttpOperationResponse<V1StorageClass>> ReadStorageClassWithHttpMessagesAsync(
        string name,
        bool? pretty = default,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? customHeaders = default,
        CancellationToken cancellationToken = default
    ) =>
        sender.SendAsync<V1StorageClass>(
            HttpMethod.Get,
            $"apis/storage.k8s.io/v1/storageclasses/{name}",
            new QueryString().With("pretty", pretty),
            null,
            false,
            customHeaders,
            cancellationToken
        );
}
