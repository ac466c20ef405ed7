using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
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
        var own = Path.Combine(folder, "kubeconfigs", cluster);
        Directory.CreateDirectory(own, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var file = Path.Combine(own, "config");
        File.Delete(file);
        using var stream = new FileStream(
            file,
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }
        );
        stream.Write(System.Text.Encoding.UTF8.GetBytes(kubeconfig));
        return file;
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
