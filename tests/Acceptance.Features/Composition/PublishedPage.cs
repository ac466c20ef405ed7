using Acceptance.Cloud.Sentences;
using Reqnroll.Formatters.Configuration;
using Reqnroll.Formatters.Html;
using Reqnroll.Formatters.RuntimeSupport;
using Reqnroll.Utils;

namespace Acceptance.Features.Composition;

/// <summary>Reqnroll's own page, where a user asks for it: each line of it goes the way out.</summary>
public sealed class PublishedPage(IFormattersConfigurationProvider configuration, IFormatterLog log, IFileSystem files)
    : HtmlFormatter(configuration, log, files)
{
    protected override Stream CreateTargetFileStream(string outputPath)
    {
        var file = base.CreateTargetFileStream(outputPath);
        File.SetUnixFileMode(outputPath, SettingsOfTheRun.Read().ReportsMode);
        return new PublishedStream(file);
    }
}
