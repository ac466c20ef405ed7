using System.Text;

namespace Acceptance.Reporting;

/// <summary>A file that a reader sees whole: the old one, or the new one, never half of either.</summary>
internal static class ReportFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static void Replace(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var part = path + ".part";
        File.WriteAllText(part, text, Utf8);
        File.Move(part, path, overwrite: true);
    }
}
