using Acceptance.Cloud;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.Live;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;

namespace Acceptance.Benchmarks.Answers;

/// <summary>Whom our side of a question asks.</summary>
internal sealed class Asked(LiveCloud cloud, Func<IKubernetes> workload)
{
    private readonly Lazy<IKubernetes> _workload = new(workload);

    public LiveCloud Cloud => cloud;

    /// <summary>Its kubeconfig is read by whoever asks it first: the others need not wait for that.</summary>
    public IKubernetes Workload => _workload.Value;

    public IOpenStack OpenStack => Cloud.OpenStack;

    public Site Site => Cloud.Site;

    public Scope Tenant => Scope.Of(Site.Workload!.Project, Site.Workload.Domain);
}
