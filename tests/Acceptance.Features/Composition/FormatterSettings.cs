using System.Text.Json;
using Acceptance.Cloud.Files;
using Reqnroll.Analytics.UserId;
using Reqnroll.Configuration;
using Reqnroll.Formatters.Configuration;
using Reqnroll.Formatters.RuntimeSupport;
using Reqnroll.Utils;

namespace Acceptance.Features.Composition;

/// <summary>
/// What reqnroll.json says of formatters, and <c>message</c> into the run's own folder for reports; Reqnroll would take
/// a path from its working directory. A formatter of the user's (<c>REQNROLL_FORMATTERS_HTML=outputFilePath=...</c>) is
/// added to it.
/// </summary>
public sealed class FormatterSettings(
    IReqnrollJsonLocator locator,
    IFileSystem files,
    IFileService texts,
    IFormatterLog log
) : FileBasedConfigurationResolver(locator, files, texts, log)
{
    protected override void ProcessJsonDocument(
        JsonDocument jsonDocument,
        Dictionary<string, IDictionary<string, object>> result
    )
    {
        base.ProcessJsonDocument(jsonDocument, result);
        // The formatter would make the folder for everybody to read.
        var reports = PrivateFolder.Make(SettingsOfTheRun.Read().Reports);
        var path = Path.Combine(reports.Path, "messages.ndjson");
        result.TryAdd("message", new Dictionary<string, object> { ["outputFilePath"] = path });
    }
}
