using System.Collections;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;

namespace Acceptance.Cloud.Live.Sites;

/// <summary>The files and folders of this machine that a site names: is each there, and readable?</summary>
public static class SiteFiles
{
    /// <summary>A problem for each that is not; <paramref name="file"/> is the site file, for the messages.</summary>
    public static IReadOnlyList<SiteProblem> Missing(Site site, string file) =>
        [
            .. Named(site, SitePath.Root, site.Jumphost.Address is not null)
                .Select(named => Judge(named.Path, named.Where, named.Folder, file))
                .OfType<SiteProblem>(),
        ];

    /// <summary>
    /// A sentence for each file that is not there, cannot be read, or does not hold what it should (an openrc without
    /// OS_AUTH_URL, a CA that is no PEM ...).
    /// </summary>
    public static IReadOnlyList<string> Unusable(Site site, string file)
    {
        var elsewhere = site.Jumphost.Address is not null;
        var named = Named(site, SitePath.Root, elsewhere)
            .Select(one => (one.Where, Problem: Judge(one.Path, one.Where, one.Folder, file)))
            .Where(one => one.Problem is not null)
            .ToArray();
        var held = new CredentialFiles(site.Credentials, Path.GetDirectoryName(Path.GetFullPath(file))!).Problems();
        // What a file holds is asked of those that are there: one problem, one sentence.
        return
        [
            .. named.Select(one => one.Problem!.ToString()),
            .. held.Where(sentence => !named.Any(one => sentence.Contains(one.Where, StringComparison.Ordinal)))
                .Select(sentence => $"{file}: {sentence}"),
        ];
    }

    /// <summary>
    /// A sentence for each file of a secret that others of this machine may read or write: said, and used all the same.
    /// </summary>
    public static IReadOnlyList<Sentence> Exposed(Site site, string file) =>
        [
            .. new CredentialFiles(site.Credentials, Path.GetDirectoryName(Path.GetFullPath(file))!)
                .Exposed()
                .Select(sentence => (Sentence)$"{file}: warning: {sentence}"),
        ];

    private static SiteProblem? Judge(string path, string where, bool folder, string file)
    {
        if (folder)
            return Directory.Exists(where)
                ? null
                : new SiteProblem(
                    file,
                    path,
                    $"no such folder, {where}",
                    "a folder that is there (correct the path, or make it)"
                );
        if (Directory.Exists(where))
            return new SiteProblem(
                file,
                path,
                $"a folder, {where}",
                "a file that is there (correct the path, or put it there)"
            );
        try
        {
            using var opened = File.OpenRead(where);
            return null;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return new SiteProblem(
                file,
                path,
                $"no such file, {where}",
                "a file that is there (correct the path, or put it there)"
            );
        }
        catch (Exception shut) when (shut is UnauthorizedAccessException or IOException)
        {
            return new SiteProblem(file, path, $"a file that cannot be read, {where}", "a file that you may read");
        }
    }

    private static IEnumerable<(string Path, string Where, bool Folder)> Named(
        object section,
        string path,
        bool jumphostIsElsewhere
    )
    {
        foreach (var property in SiteShape.Of(section.GetType()))
        {
            var at = SitePath.Of(path, property.Key);
            // Of the jumphost the site names folders, of everything else files.
            var folder = property.Form == Form.JumphostPath;
            var here = property.Form == Form.Path || (folder && !jumphostIsElsewhere);
            switch (property.Property.GetValue(section))
            {
                case string where when here:
                    yield return (at, where, folder);
                    break;
                case IEnumerable<string> many when here:
                    foreach (var (index, where) in many.Index())
                        yield return (SitePath.Of(at, index), where, folder);
                    break;
                case { } inner and not IEnumerable when SiteShape.IsSection(inner.GetType()):
                    foreach (var one in Named(inner, at, jumphostIsElsewhere))
                        yield return one;
                    break;
            }
        }
    }
}
