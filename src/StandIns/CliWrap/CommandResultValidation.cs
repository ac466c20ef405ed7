namespace CliWrap;

/// <summary>What makes a finished command an exception.</summary>
[Flags]
public enum CommandResultValidation
{
    /// <summary>Nothing: the caller reads the exit code.</summary>
    None = 0,

    /// <summary>An exit code other than 0 (the default).</summary>
    ZeroExitCode = 1,
}
