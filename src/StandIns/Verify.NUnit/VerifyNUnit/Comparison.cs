using System.Text;
using NUnit.Framework;
using VerifyTests;

namespace VerifyNUnit;

/// <summary>One comparison: scrub, read what was approved, and either clean up or say what differs.</summary>
internal static class Comparison
{
    // With a mark at the start, as the original writes its files.
    private static readonly UTF8Encoding Encoding = new(
        encoderShouldEmitUTF8Identifier: true,
        throwOnInvalidBytes: true
    );

    public static async Task<VerifyResult> RunAsync(
        object? target,
        Task<string> making,
        string extension,
        VerifySettings settings,
        string sourceFile
    )
    {
        var prefix = SnapshotName.Prefix(settings, sourceFile);
        var received = Scrubbing.Apply(await making, settings, sourceFile);
        var verifiedFile = $"{prefix}.verified.{extension}";
        var receivedFile = $"{prefix}.received.{extension}";
        var verified = await ReadAsync(verifiedFile);
        if (verified is not null && (verified == received || verified == received + "\n"))
        {
            File.Delete(receivedFile);
            return new VerifyResult(target, verifiedFile, received);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(prefix)!);
        if (settings.IsAutoVerified)
        {
            await File.WriteAllTextAsync(verifiedFile, received, Encoding);
            return new VerifyResult(target, verifiedFile, received);
        }

        await File.WriteAllTextAsync(receivedFile, received, Encoding);
        TestContext.AddTestAttachment(receivedFile);
        throw new VerifyException(Message(prefix, extension, received, verified));
    }

    private static async Task<string?> ReadAsync(string verifiedFile)
    {
        if (!File.Exists(verifiedFile))
            return null;
        var text = await File.ReadAllTextAsync(verifiedFile, Encoding);
        // An empty file is what an editor leaves where nothing was approved yet.
        if (text.Length == 0)
            return null;
        return text.Contains('\r')
            ? throw new VerifyException(
                $"{verifiedFile} has carriage returns; approved files end their lines with \\n alone (.gitattributes: *.verified.* eol=lf)."
            )
            : text;
    }

    private static string Message(string prefix, string extension, string received, string? verified)
    {
        var name = Path.GetFileName(prefix);
        var files =
            $"Directory: {Path.GetDirectoryName(prefix)}\n"
            + $"{(verified is null ? "New" : "NotEqual")}:\n"
            + $"  - Received: {name}.received.{extension}\n    Verified: {name}.verified.{extension}\n";
        var content = verified is null
            ? $"\nReceived: {name}.received.{extension}\n{received}\n"
            : $"\n{FirstDifference(received, verified)}\n\nReceived: {name}.received.{extension}\n{received}\n"
                + $"Verified: {name}.verified.{extension}\n{verified}\n";
        return files
            + content
            + "\nIf what was received is right, approve it: move the .received file over the .verified one.";
    }

    private static string FirstDifference(string received, string verified)
    {
        string[] left = received.Split('\n'),
            right = verified.Split('\n');
        var line = left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"First difference in line {line + 1}: received {Quoted(left, line)}, verified {Quoted(right, line)}.";
    }

    private static string Quoted(string[] lines, int line) => line < lines.Length ? $"'{lines[line]}'" : "no such line";
}
