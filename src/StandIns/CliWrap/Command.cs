using System.Collections.ObjectModel;
using CliWrap.Builders;

namespace CliWrap;

/// <summary>A command line that can be run any number of times; each With... answers a new one.</summary>
public partial class Command(string targetFilePath) : ICommandConfiguration
{
    private Command(Command other)
        : this(other.TargetFilePath)
    {
        Arguments = other.Arguments;
        WorkingDirPath = other.WorkingDirPath;
        EnvironmentVariables = other.EnvironmentVariables;
        Validation = other.Validation;
        StandardInputPipe = other.StandardInputPipe;
        StandardOutputPipe = other.StandardOutputPipe;
        StandardErrorPipe = other.StandardErrorPipe;
    }

    public string TargetFilePath { get; private init; } = targetFilePath;

    public string Arguments { get; private init; } = string.Empty;

    public string WorkingDirPath { get; private init; } = Directory.GetCurrentDirectory();

    public IReadOnlyDictionary<string, string?> EnvironmentVariables { get; private init; } =
        ReadOnlyDictionary<string, string?>.Empty;

    public CommandResultValidation Validation { get; private init; } = CommandResultValidation.ZeroExitCode;

    public PipeSource StandardInputPipe { get; private init; } = PipeSource.Null;

    public PipeTarget StandardOutputPipe { get; private init; } = PipeTarget.Null;

    public PipeTarget StandardErrorPipe { get; private init; } = PipeTarget.Null;

    public Command WithTargetFile(string targetFilePath) => new(this) { TargetFilePath = targetFilePath };

    /// <summary>The arguments as one line, escaped by the caller.</summary>
    public Command WithArguments(string arguments) => new(this) { Arguments = arguments };

    public Command WithArguments(IEnumerable<string> arguments, bool escape) =>
        WithArguments(built => built.Add(arguments, escape));

    public Command WithArguments(IEnumerable<string> arguments) => WithArguments(arguments, true);

    public Command WithArguments(Action<ArgumentsBuilder> configure)
    {
        var builder = new ArgumentsBuilder();
        configure(builder);
        return WithArguments(builder.Build());
    }

    public Command WithWorkingDirectory(string workingDirPath) => new(this) { WorkingDirPath = workingDirPath };

    /// <summary>Replaces what an earlier call set; the parent's environment stays beneath. A null value removes the name.</summary>
    public Command WithEnvironmentVariables(IReadOnlyDictionary<string, string?> environmentVariables) =>
        new(this) { EnvironmentVariables = environmentVariables };

    public Command WithEnvironmentVariables(Action<EnvironmentVariablesBuilder> configure)
    {
        var builder = new EnvironmentVariablesBuilder();
        configure(builder);
        return WithEnvironmentVariables(builder.Build());
    }

    public Command WithValidation(CommandResultValidation validation) => new(this) { Validation = validation };

    public Command WithStandardInputPipe(PipeSource source) => new(this) { StandardInputPipe = source };

    public Command WithStandardOutputPipe(PipeTarget target) => new(this) { StandardOutputPipe = target };

    public Command WithStandardErrorPipe(PipeTarget target) => new(this) { StandardErrorPipe = target };

    public override string ToString() => $"{TargetFilePath} {Arguments}";
}
