using System.Diagnostics;
using Acceptance.Surroundings;

namespace Acceptance.Twin.Tests.Kubernetes;

/// <summary>
/// One generation of the real kubectl: the machine's own, and Debian's (kubernetes-client, 1.20), which apt downloads
/// and which is unpacked into a folder of the tests' own and installed nowhere.
/// </summary>
public sealed record KubectlGeneration(string Name)
{
    private static readonly Lock Unpacking = new();

    /// <summary>Debian's always; the newer one where it is, and a sentence where it is not.</summary>
    public static IEnumerable<KubectlGeneration> All
    {
        get
        {
            yield return new("Debian's 1.20");
            if (Own() is not null)
                yield return new("1.32");
            else
                TestContext.Progress.WriteLine(
                    "kubectl 1.32 is absent here: nothing is shown of it "
                        + "(https://kubernetes.io/docs/tasks/tools/ has it)."
                );
        }
    }

    /// <summary>Where it is; absent: the test is ignored with a sentence, and in CI it fails.</summary>
    public string Find()
    {
        if ((Name == "1.32" ? Own() : Debian()) is { } path)
            return path;
        const string hint =
            "Debian's kubernetes-client (kubectl 1.20) is absent and `apt-get download kubernetes-client` gave "
            + "none: run it where apt has its lists (apt-get update); nothing is shown of it here.";
        Absent.Say(hint);
        return "";
    }

    public override string ToString() => Name;

    private static string? Own() =>
        RealKubectl.Here.Where(one => one.Minor == 32).Select(one => one.Path).FirstOrDefault();

    private static string? Debian()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "kubernetes-client");
        var unpacked = Path.Combine(folder, "usr", "bin", "kubectl");
        lock (Unpacking)
        {
            if (File.Exists(unpacked))
                return unpacked;
            Directory.CreateDirectory(folder);
            if (!Run(folder, "apt-get", "download", "kubernetes-client"))
                return null;
            return
                Directory.EnumerateFiles(folder, "kubernetes-client_*.deb").FirstOrDefault() is { } package
                && Run(folder, "dpkg-deb", "-x", package, folder)
                && File.Exists(unpacked)
                ? unpacked
                : null;
        }
    }

    private static bool Run(string folder, string program, params IReadOnlyList<string> words)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, words)
                {
                    WorkingDirectory = folder,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // There is no such program here.
            return false;
        }
    }
}
