using Acceptance.Cloud;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.Live;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;

namespace Acceptance.Benchmarks.Answers;

/// <summary>Whom our side of a question asks.</summary>
internal sealed record Asked(LiveCloud Cloud, IKubernetes Workload, string Namespace)
{
    public IOpenStack OpenStack => Cloud.OpenStack;

    public Site Site => Cloud.Site;

    public Scope Tenant => Scope.Of(Site.Workload!.Project, Site.Workload.Domain);
}
