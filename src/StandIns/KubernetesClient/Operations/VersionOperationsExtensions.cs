using k8s.Autorest;
using k8s.Models;

namespace k8s;

/// <summary>The version of the server. Each awaits the answer and gives its body.</summary>
public static class VersionOperationsExtensions
{
    public static Task<VersionInfo> GetCodeAsync(
        this IVersionOperations operations,
        CancellationToken cancellationToken = default
    ) => operations.GetCodeWithHttpMessagesAsync(null, cancellationToken).BodyAsync();
}
