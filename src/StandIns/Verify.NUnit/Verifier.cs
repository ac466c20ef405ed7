using System.Runtime.CompilerServices;
using NUnit.Framework;
using VerifyTests;

namespace VerifyNUnit;

/// <summary>
/// Compares what a test made with the file that was approved, <c>Class.Method.verified.txt</c> beside the test's
/// source.
/// </summary>
public static class Verifier
{
    public static SettingsTask Verify(
        string? target,
        VerifySettings? settings = null,
        [CallerFilePath] string sourceFile = ""
    ) => Verify(target, "txt", settings, sourceFile);

    /// <param name="extension">Of the approved file, without its dot: txt, md.</param>
    /// <param name="settings">None here: they keep the package's overloads apart, and ours with them.</param>
    public static SettingsTask Verify(
        string? target,
        string extension,
        VerifySettings? settings = null,
        [CallerFilePath] string sourceFile = ""
    ) => new(directory => Compare(target ?? "null", extension, Path.Combine(sourceFile, "..", directory)));

    private static async Task Compare(string received, string extension, string directory)
    {
        var test = TestContext.CurrentContext.Test;
        if (test.Arguments.Length > 0)
            throw new NotSupportedException(
                "A test with arguments has no approved file here: give each case a method."
            );
        var name = $"{test.ClassName?[(test.ClassName.LastIndexOf('.') + 1)..]}.{test.MethodName}";
        var approved = Path.GetFullPath(Path.Combine(directory, $"{name}.verified.{extension}"));
        var other = Path.ChangeExtension(approved, null)[..^".verified".Length] + $".received.{extension}";
        received = received.ReplaceLineEndings("\n");
        var verified = File.Exists(approved) ? await File.ReadAllTextAsync(approved) : null;
        File.Delete(other);
        if (received.TrimEnd('\n') == verified?.TrimEnd('\n'))
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(approved)!);
        await File.WriteAllTextAsync(other, received);
        // Thrown and not asserted: what a test catches is no failure of it.
        throw new AssertionException(
            $"If {other} is right, move it over the .verified file.\nReceived:\n{received}\nVerified:\n{verified}"
        );
    }
}
