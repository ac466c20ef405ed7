using System.CommandLine;
using Acceptance.Cloud.Shells;
using Acceptance.Cloud.Twin;

namespace Acceptance.Cli.Twins;

/// <summary>`acceptance twin serve`: a twin for other processes, until it is interrupted.</summary>
internal static class TwinServeCommand
{
    public static Command Make(TextWriter output)
    {
        var envFile = new Option<string?>("--env-file")
        {
            Description = "Writes the exports that lead other commands here, once all is ready.",
            HelpName = "F",
        };
        var start = new StartOptions();
        var command = new Command(
            "serve",
            "Serves a twin to other processes until it is interrupted.\n\nExamples:\n"
                + "  acceptance twin serve --env-file ~/twin.env --fault vault-sealed\n"
                + "  source ~/twin.env && acceptance twin shell"
        )
        {
            envFile,
        };
        start.AddTo(command);
        command.SetAction((parsed, cancel) => Serve(start.Read(parsed), parsed.GetValue(envFile), output, cancel));
        return command;
    }

    private static async Task<int> Serve(
        TwinOptions options,
        string? envFile,
        TextWriter output,
        CancellationToken cancel
    )
    {
        await using var twin = StartOptions.Start(options);
        using var exports = envFile is null ? null : EnvironmentFile.Write(envFile, twin);
        output.WriteLine(
            $"A twin is served: world {options.World}, block 127.{twin.Block}.0.0/16, seed {options.Seed}, "
                + $"its clock {Pace(options.RunsOn)}."
        );
        output.WriteLine($"  site     {twin.SiteFile}");
        output.WriteLine($"  control  {twin.Control.Authority}");
        foreach (var (fault, victim) in twin.FaultsInForce)
            output.WriteLine($"  fault    {fault}: {victim ?? "waits for its victim"}");
        foreach (var line in StartOptions.Untidy(twin))
            output.WriteLine($"  {line}");
        output.WriteLine(
            exports is null
                ? $"  reach it: export ACCEPTANCE_SITE={ShellQuoting.Quote(twin.SiteFile)}"
                : $"  reach it: source {ShellQuoting.Quote(exports.File)}"
        );
        output.WriteLine("Ctrl-C ends it and removes its home.");
        await Interrupted(cancel);
        output.WriteLine("The twin has ended.");
        return ExitCode.Kept;
    }

    private static string Pace(double runsOn) =>
        runsOn > 0 ? $"{runsOn} times the wall's while nobody waits on it" : "stands while nobody waits on it";

    private static Task Interrupted(CancellationToken cancel)
    {
        var ended = new TaskCompletionSource();
        cancel.Register(ended.SetResult);
        return ended.Task;
    }
}
