using System.CommandLine;
using System.Text.Json;

namespace Acceptance.Cli.Twins;

/// <summary>`acceptance twin state`: the served cloud as it stands, in JSON.</summary>
internal static class TwinStateCommand
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Make(TextWriter output, Func<string, string?> environment, Option<Uri?> control)
    {
        var command = new Command(
            "state",
            "Prints the served cloud as it stands, in JSON.\n\nExample:\n  acceptance twin state | jq .faults"
        )
        {
            control,
        };
        command.SetAction(
            async (parsed, cancel) =>
            {
                using var twin = new ControlAddress(environment, control).Open(parsed);
                output.WriteLine((await twin.State(cancel)).ToJsonString(Indented));
                return ExitCode.Kept;
            }
        );
        return command;
    }
}
