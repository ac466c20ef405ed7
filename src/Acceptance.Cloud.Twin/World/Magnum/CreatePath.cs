using Acceptance.Cloud.Twin.World.Identity;
using Acceptance.Cloud.Twin.World.Secrets;

namespace Acceptance.Cloud.Twin.World.Magnum;

/// <summary>
/// What Magnum's conductor does for a create before its driver hears of it: a trustee in its own domain, a trust of
/// the caller's, the cluster's authority into the certificate store.
/// </summary>
internal sealed class CreatePath(TrusteeDomain trustees, TrustPolicy policy, SecretStore secrets)
{
    /// <summary>Why the create has failed of it, in Magnum's words, which name none of the causes; else null.</summary>
    public string? Refusal(MagnumCluster cluster, bool byApplicationCredential)
    {
        if (!trustees.Stands || !policy.LetsTheTrustor || byApplicationCredential)
            return $"Failed to create trustee or trust for Cluster: {cluster.Id}";
        try
        {
            secrets.Reach();
            return null;
        }
        catch (SecretStoreDownException)
        {
            return $"Failed to create certificates for Cluster: {cluster.Id}";
        }
    }
}
