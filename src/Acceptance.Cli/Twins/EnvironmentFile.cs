using Acceptance.Cloud.Shells;
using Acceptance.Cloud.Twin;

namespace Acceptance.Cli.Twins;

/// <summary>
/// The exports that lead other commands to a served twin. Written whole, once the twin is ready; gone when it ends.
/// </summary>
internal sealed class EnvironmentFile : IDisposable
{
    private readonly string _text;

    private EnvironmentFile(string file, string text)
    {
        File = file;
        _text = text;
    }

    public string File { get; }

    public static EnvironmentFile Write(string path, Twin twin)
    {
        var file = Path.GetFullPath(path);
        var text =
            $"export ACCEPTANCE_SITE={ShellQuoting.Quote(twin.SiteFile)}\n"
            + $"export ACCEPTANCE_CONTROL={ShellQuoting.Quote(twin.Control.ToString())}\n";
        try
        {
            // Who waits for the file to appear must not find half of it.
            var part = $"{file}.{Guid.NewGuid():N}.part";
            using (var written = new StreamWriter(new FileStream(part, Private())))
                written.Write(text);
            System.IO.File.Move(part, file, overwrite: true);
        }
        catch (Exception shut) when (shut is IOException or UnauthorizedAccessException)
        {
            throw new Refusal(
                ExitCode.Usage,
                $"--env-file: {file} cannot be written ({shut.Message.TrimEnd('.')}); allowed: "
                    + "a file in a folder that is there and yours."
            );
        }

        return new EnvironmentFile(file, text);
    }

    /// <summary>New, and its user's alone: the control address is a secret.</summary>
    private static FileStreamOptions Private()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    /// <summary>Removes it, unless another twin has written it since.</summary>
    public void Dispose()
    {
        if (System.IO.File.Exists(File) && System.IO.File.ReadAllText(File) == _text)
            System.IO.File.Delete(File);
    }
}
