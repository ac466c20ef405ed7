using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World;

namespace Acceptance.Cloud.Twin.Personas.Operator;

/// <summary>
/// The folder scripts/ of the operator's home: every script that the runbooks call (bash scripts/NAME.sh), without exec
/// bits as in the repository (DOCFIX-069). They ask and change the cloud by the programs that an operator types, and
/// print what they did.
/// </summary>
internal static class OperatorScripts
{
    private const string BundleCheck = "provider-bundle-check.py";

    /// <summary>The scripts in bash, by their names: resources of this assembly.</summary>
    private const string Folder = "operator-scripts/";

    public static void Furnish(TwinWorld world, string home, string persona)
    {
        var folder = Path.Combine(home, "scripts");
        Directory.CreateDirectory(folder);
        foreach (
            var resource in typeof(OperatorScripts)
                .Assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        )
            File.WriteAllText(Path.Combine(folder, resource[Folder.Length..]), Text(resource));
        // python3 is called with it: it hands over to the twin's own, under the name that this asks for.
        File.WriteAllText(Path.Combine(folder, BundleCheckScript.Behind), persona);
        File.WriteAllText(
            Path.Combine(folder, BundleCheck),
            "import os, sys\n"
                + "here = os.path.dirname(os.path.abspath(__file__))\n"
                + $"os.execv('{PersonaScript.Bash}', ['bash', os.path.join(here, '{BundleCheckScript.Behind}'), "
                + "*sys.argv[1:]])\n"
        );
        File.WriteAllText(Path.Combine(home, "bundle.yaml"), ProviderBundle.Of(world));
    }

    private static string Text(string resource)
    {
        using var stream = typeof(OperatorScripts).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
