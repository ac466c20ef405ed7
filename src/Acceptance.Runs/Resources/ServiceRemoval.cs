using Acceptance.Cloud;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Runs.Journals;

namespace Acceptance.Runs.Resources;

/// <summary>Deletes a Service of ours and its deployment; one that is gone already is as good.</summary>
public sealed class ServiceRemoval(Journal journal)
{
    /// <summary>The namespace that ours stand in.</summary>
    public const string Namespace = "default";

    public async Task Remove(IKubernetes api, string name)
    {
        await Remove("service", name, () => api.DeleteService(Namespace, name));
        await Remove("deployment", name, () => api.DeleteDeployment(Namespace, name));
    }

    private async Task Remove(string kind, string name, Func<Task<Reading<Done>>> delete)
    {
        var deleted = await journal.Do("delete", kind, name, null, delete);
        if (deleted is not Reading<Done>.Unread { Why: Unreadable.NotFound })
            deleted.OrBreak(name, null);
        journal.Removed(kind, name);
    }
}
