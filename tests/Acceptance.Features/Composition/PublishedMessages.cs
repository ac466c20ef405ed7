using Acceptance.Cloud.Files;
using Acceptance.Cloud.Sentences;
using Reqnroll.Formatters.Configuration;
using Reqnroll.Formatters.Message;
using Reqnroll.Formatters.RuntimeSupport;
using Reqnroll.Utils;

namespace Acceptance.Features.Composition;

/// <summary>messages.ndjson, its owner's alone, each line of which goes the way out.</summary>
public sealed class PublishedMessages(
    IFormattersConfigurationProvider configuration,
    IFormatterLog log,
    IFileSystem files
) : MessageFormatter(configuration, log, files)
{
    protected override Stream CreateTargetFileStream(string outputPath)
    {
        // Before the formatter makes it by the umask: a folder of ours alone.
        PrivateFolder.Make(Path.GetDirectoryName(Path.GetFullPath(outputPath))!);
        var file = base.CreateTargetFileStream(outputPath);
        File.SetUnixFileMode(outputPath, SettingsOfTheRun.Read().ReportsMode);
        return new PublishedStream(file);
    }
}
