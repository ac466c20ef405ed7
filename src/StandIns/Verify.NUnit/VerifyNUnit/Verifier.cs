using System.Runtime.CompilerServices;
using VerifyTests;

namespace VerifyNUnit;

/// <summary>Compares what a test made with the file that was approved, which lies beside the test's source.</summary>
public static class Verifier
{
    public static SettingsTask Verify(
        string? target,
        VerifySettings? settings = null,
        [CallerFilePath] string sourceFile = "",
        [CallerLineNumber] int lineNumber = 0
    ) => Verify(target, "txt", settings, sourceFile, lineNumber);

    /// <param name="target">The text.</param>
    /// <param name="extension">Of the approved file, without its dot: txt, md, html.</param>
    /// <param name="settings">How to compare.</param>
    /// <param name="sourceFile">The caller's, filled in by the compiler.</param>
    /// <param name="lineNumber">Likewise.</param>
    public static SettingsTask Verify(
        string? target,
        string extension,
        VerifySettings? settings = null,
        [CallerFilePath] string sourceFile = "",
        [CallerLineNumber] int lineNumber = 0
    ) =>
        new(
            settings,
            effective =>
                Comparison.RunAsync(target, Task.FromResult(target ?? "null"), extension, effective, sourceFile)
        );

    public static SettingsTask Verify(
        Task<string> target,
        VerifySettings? settings = null,
        [CallerFilePath] string sourceFile = "",
        [CallerLineNumber] int lineNumber = 0
    ) => new(settings, effective => Comparison.RunAsync(target, target, "txt", effective, sourceFile));

    /// <summary>An object's public members, in the form SnapshotText describes.</summary>
    public static SettingsTask Verify(
        object? target,
        VerifySettings? settings = null,
        [CallerFilePath] string sourceFile = "",
        [CallerLineNumber] int lineNumber = 0
    ) =>
        new(
            settings,
            effective =>
                Comparison.RunAsync(target, Task.FromResult(SnapshotText.Of(target)), "txt", effective, sourceFile)
        );
}
