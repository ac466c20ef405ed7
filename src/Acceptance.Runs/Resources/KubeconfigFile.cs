using Acceptance.Cloud;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Runs.Resources;

/// <summary>The tenant's kubeconfig on disk: the folder is made first (DOCFIX-037), for the owner only, never in the temporary folder (L-P6-4).</summary>
/// <param name="folder">The run's state.</param>
/// <param name="open">The cluster behind a kubeconfig's text.</param>
public sealed class KubeconfigFile(string folder, string cluster, Func<string, Reading<IKubernetes>> open)
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

    public async Task<Verdict> Judge(string file)
    {
        var mode = File.GetUnixFileMode(file);
        if ((mode & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != 0)
            return Verdict.Break($"{file} may be read by others ({mode})", file, "L-P6-4");
        var version = open(await File.ReadAllTextAsync(file)) switch
        {
            Reading<IKubernetes>.Seen seen => await seen.Value.Version(),
            var unread => unread.As<string>(),
        };
        return version.Judge(
            (text, evidence) => Verdict.Keep($"the kubeconfig opens the cluster ({text}), mode 600", evidence)
        );
    }
}
