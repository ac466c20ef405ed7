using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Files;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Decisions.Checks.Clusters;

namespace Acceptance.Runs.Resources;

/// <summary>
/// The tenant's kubeconfig on disk: the folder is made first (DOCFIX-037), for the owner only, never in the temporary
/// folder (L-P6-4).
/// </summary>
/// <param name="folder">The run's state.</param>
/// <param name="open">The cluster behind a kubeconfig's text.</param>
public sealed class KubeconfigFile(
    string folder,
    string cluster,
    Func<string, Reading<IKubernetes>> open,
    FactBook facts
)
{
    public string Write(string kubeconfig)
    {
        var own = PrivateFolder.Own(folder).Folder("kubeconfigs").Folder(cluster);
        own.Replace("config", kubeconfig);
        return own.In("config");
    }

    /// <summary>
    /// Opens the cluster through the file, and puts in what was seen: <see cref="ClusterFacts.Kubeconfig"/>.
    /// </summary>
    public async Task Open(string file)
    {
        var version = open(await File.ReadAllTextAsync(file)) switch
        {
            Reading<IKubernetes>.Seen seen => await seen.Value.Version(),
            var unread => unread.As<string>(),
        };
        facts.Put(
            ClusterFacts.Kubeconfig,
            version.Map(text => new KubeconfigOnDisk(file, File.GetUnixFileMode(file), text))
        );
    }
}
