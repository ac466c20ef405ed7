namespace CliWrap;

/// <summary>How a command is to be run, without the means of running it.</summary>
public interface ICommandConfiguration
{
    string TargetFilePath { get; }

    /// <summary>One line, each argument escaped; never read by a shell.</summary>
    string Arguments { get; }

    string WorkingDirPath { get; }

    /// <summary>Over the parent's environment; a null value removes the name.</summary>
    IReadOnlyDictionary<string, string?> EnvironmentVariables { get; }

    CommandResultValidation Validation { get; }

    PipeSource StandardInputPipe { get; }

    PipeTarget StandardOutputPipe { get; }

    PipeTarget StandardErrorPipe { get; }
}
