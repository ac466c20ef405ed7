using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Acceptance.Cloud.Twin;

public sealed partial class Twin
{
    private static readonly JsonSerializerOptions AsSiteFile = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The twin's own site: what ACCEPTANCE_SITE names for a run against it.</summary>
    public string SiteFile => Path.Combine(Home, "site.json");

    partial void WriteSite()
    {
        lock (World.Gate)
            File.WriteAllText(
                SiteFile,
                JsonSerializer.Serialize(TwinSite.Of(World, Home, Bin, Control), AsSiteFile) + "\n"
            );
    }
}
