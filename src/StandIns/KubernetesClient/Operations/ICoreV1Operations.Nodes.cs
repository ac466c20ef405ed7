using k8s.Autorest;
using k8s.Models;

namespace k8s;

/// <summary>Nodes, pods, services and the other kinds of the core group.</summary>
public partial interface ICoreV1Operations
{
    Task<HttpOperationResponse<V1NodeList>> ListNodeWithHttpMessagesAsync(
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

    Task<HttpOperationResponse<V1Node>> ReadNodeWithHttpMessagesAsync(
        string name,
        bool? pretty = default,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? customHeaders = default,
        CancellationToken cancellationToken = default
    );

    Task<HttpOperationResponse<V1Node>> PatchNodeWithHttpMessagesAsync(
        V1Patch body,
        string name,
        string? dryRun = default,
        string? fieldManager = default,
        string? fieldValidation = default,
        bool? force = default,
        bool? pretty = default,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? customHeaders = default,
        CancellationToken cancellationToken = default
    );
}
