using k8s.Autorest;
using k8s.Models;

namespace k8s;

internal sealed class VersionOperations(RequestSender sender) : IVersionOperations
{
    public Task<HttpOperationResponse<VersionInfo>> GetCodeWithHttpMessagesAsync(
        IReadOnlyDictionary<string, IReadOnlyList<string>>? customHeaders = default,
        CancellationToken cancellationToken = default
    ) =>
        sender.SendAsync<VersionInfo>(
            HttpMethod.Get,
            "version/",
            new QueryString(),
            null,
            false,
            customHeaders,
            cancellationToken
        );
}
