using Acceptance.Cloud.Captures;
using Acceptance.Cloud.Faults;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Hypervisor;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.Maas;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Cloud.Vault;

namespace Acceptance.Cloud;

/// <summary>The ports of one site. Nothing above the drivers knows whether a real cloud or a twin answers.</summary>
public interface ICloud : IAsyncDisposable
{
    Site Site { get; }

    /// <summary>The cloud's clock: the system's, or a twin's. Every wait and every age is judged by it.</summary>
    ICloudClock Clock { get; }

    IOpenStack OpenStack { get; }

    IJuju Juju { get; }

    /// <summary>The management cluster, through the kubeconfig that the site names.</summary>
    IKubernetes Management { get; }

    /// <summary>
    /// A cluster through a kubeconfig's text, however it was obtained; kept in a 0600 file of the run.
    /// </summary>
    Reading<IKubernetes> Cluster(string kubeconfig);

    IMaas Maas { get; }

    IHypervisor Hypervisor { get; }

    IVault Vault { get; }

    IRemoteShell Shell { get; }

    IHttpProbe Http { get; }

    IImageSource Images { get; }

    IFaults Faults { get; }

    ICaptures Captures { get; }
}
