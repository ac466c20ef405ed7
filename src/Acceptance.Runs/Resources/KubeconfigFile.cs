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
    private const string Name = "config";

    /// <summary>The newest stands alone: what was written for a cluster of another name goes.</summary>
    public string Write(string kubeconfig)
    {
        var all = PrivateFolder.Own(folder).Folder("kubeconfigs");
        var own = all.Folder(cluster);
        own.Replace(Name, kubeconfig);
        foreach (var other in Directory.GetDirectories(all.Path).Where(other => other != own.Path))
        {
            File.Delete(Path.Combine(other, Name));
            if (!Directory.EnumerateFileSystemEntries(other).Any())
                Directory.Delete(other);
        }

        return own.In(Name);
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
