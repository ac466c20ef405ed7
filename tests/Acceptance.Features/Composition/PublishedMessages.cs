using Acceptance.Cloud.Sentences;
using Reqnroll.Formatters.Configuration;
using Reqnroll.Formatters.Message;
using Reqnroll.Formatters.RuntimeSupport;
using Reqnroll.Utils;

namespace Acceptance.Features.Composition;

/// <summary>messages.ndjson, each line of which goes the way out.</summary>
public sealed class PublishedMessages(
    IFormattersConfigurationProvider configuration,
    IFormatterLog log,
    IFileSystem files
) : MessageFormatter(configuration, log, files)
{
    protected override Stream CreateTargetFileStream(string outputPath)
    {
        var file = base.CreateTargetFileStream(outputPath);
        File.SetUnixFileMode(outputPath, SettingsOfTheRun.Read().ReportsMode);
        return new PublishedStream(file);
    }
}
