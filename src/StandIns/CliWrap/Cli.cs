namespace CliWrap;

/// <summary>Where every command begins.</summary>
public static class Cli
{
    /// <summary>A command that runs <paramref name="targetFilePath"/>: a path, or a name looked up on PATH.</summary>
    public static Command Wrap(string targetFilePath) => new(targetFilePath);
}
