namespace Reqnroll.Generator;

/// <summary>Names for files that hold on any machine.</summary>
internal static class Paths
{
    /// <summary>From the deepest folder that the file shares with the project: <c>features/acceptance/x.feature</c>.</summary>
    public static string FromSharedFolder(string project, string file)
    {
        var shared = 0;
        for (var i = 0; i < Math.Min(project.Length, file.Length) && project[i] == file[i]; i++)
        {
            if (file[i] == '/')
            {
                shared = i + 1;
            }
        }

        return file.Substring(shared);
    }

    /// <summary>Within the project; a file outside of it and without a Link counts as lying in its root.</summary>
    public static string InProject(string project, string file)
    {
        var root = project.TrimEnd('/') + "/";
        return file.StartsWith(root, StringComparison.Ordinal)
            ? file.Substring(root.Length)
            : file.Substring(file.LastIndexOf('/') + 1);
    }
}
