using System.Text.Json.Nodes;

namespace Acceptance.Runs.Tests.Programs;

/// <summary>
/// The site file of a served twin with one thing changed, in a folder of its own; what it locates is the twin's until
/// a test says otherwise.
/// </summary>
internal sealed class SiteVariant : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("site-variant-").FullName;
    private readonly string _original;

    public SiteVariant(ServedTwin twin)
    {
        _original = File.ReadAllText(twin.Site);
        Root = JsonNode.Parse(_original)!.AsObject();
        File.WriteAllText(Site, _original);
    }

    public JsonObject Root { get; }

    public string Site => Path.Combine(_folder, "site.json");

    public SiteVariant With(string section, Action<JsonObject> change)
    {
        change(Root[section]!.AsObject());
        return Write();
    }

    public SiteVariant Deleted()
    {
        File.Delete(Site);
        return this;
    }

    public SiteVariant Write()
    {
        File.WriteAllText(Site, Root.ToJsonString());
        return this;
    }

    /// <summary>The site file itself, as a text.</summary>
    public SiteVariant Holds(Func<string, string> text)
    {
        File.WriteAllText(Site, text(_original));
        return this;
    }

    /// <summary>A copy of a file that the site's credentials locate, changed; the site names the copy.</summary>
    public SiteVariant Credential(string key, string name, Func<string, string> text)
    {
        var copy = Path.Combine(_folder, name);
        return With(
            "credentials",
            held =>
            {
                File.WriteAllText(copy, text(File.ReadAllText((string)held[key]!)));
                held[key] = copy;
            }
        );
    }

    /// <summary>`acceptance site check` of it, as a program.</summary>
    public async Task<(int Exit, string Said)> Check(CancellationToken cancel)
    {
        using var program = new Program(_folder, ["dotnet", Clone.This.Cli, "site", "check", Site]);
        return (await program.Ended(cancel), program.Output.Trim());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
