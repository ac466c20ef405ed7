namespace Acceptance.Surroundings;

/// <summary>
/// The generations of kubectl that lie beside the one on PATH (some packages install several: kubectl.1.27 to
/// kubectl.1.33), or that one alone.
/// </summary>
public static class RealKubectl
{
    public const string Install = "package kubectl 1.32 (https://kubernetes.io/docs/tasks/tools/)";

    /// <summary>
    /// What a kubectl without a generation in its name is taken for, unless Debian's own package put it there.
    /// </summary>
    private const int Usual = 32;

    public static IReadOnlyList<(int Minor, string Path)> Here { get; } = [.. Look().OrderBy(one => one.Minor)];

    private static IEnumerable<(int Minor, string Path)> Look()
    {
        if (RealProgram.Find("kubectl") is not { } first)
            yield break;
        var real = File.ResolveLinkTarget(first, returnFinalTarget: true)?.FullName ?? first;
        var beside = Directory.EnumerateFiles(Path.GetDirectoryName(real)!, "kubectl.1.*").ToArray();
        foreach (var file in beside)
        {
            if (int.TryParse(file[(file.LastIndexOf('.') + 1)..], out var minor))
                yield return (minor, file);
        }

        if (beside.Length == 0 && !File.Exists("/usr/share/doc/kubernetes-client/copyright"))
            yield return (Usual, first);
    }
}
