using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.Sites;
using Acceptance.Surroundings;

namespace Acceptance.Live.Tests.Sites;

/// <summary>A folder with a site file in it, for one test.</summary>
internal sealed class SiteFolder : IDisposable
{
    public const string Smallest = """{ "name": "here", "credentials": { "openrc": "admin-openrc" } }""";

    public static readonly string Template = WorkTree.PathOf("sites", "vr0-dc0.json");

    public string Folder { get; } = Directory.CreateTempSubdirectory("site-").FullName;

    public string File => System.IO.Path.Combine(Folder, "site.json");

    public SiteFolder Holds(string json)
    {
        System.IO.File.WriteAllText(File, json);
        return this;
    }

    public Site Read() => new SiteReader(home: "/home/operator").Read(File);

    /// <summary>The problems without the file's name, which differs from run to run.</summary>
    public string[] Problems() =>
        [
            .. new SiteReader(home: "/home/operator")
                .Examine(File)
                .Problems.Select(one => one.ToString().Replace(File, "site.json", StringComparison.Ordinal)),
        ];

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
