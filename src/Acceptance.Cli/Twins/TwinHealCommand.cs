using System.CommandLine;

namespace Acceptance.Cli.Twins;

/// <summary>`acceptance twin heal ID`: takes a fault's cause away.</summary>
internal static class TwinHealCommand
{
    public static Command Make(TextWriter output, Func<string, string?> environment, Option<Uri?> control)
    {
        var id = new Argument<string>("ID") { Description = "The fault's id." };
        var command = new Command(
            "heal",
            "Takes a fault's cause away; the cloud then recovers as fast as it would.\n\nExample:\n"
                + "  acceptance twin heal D-041"
        )
        {
            id,
            control,
        };
        command.SetAction(
            async (parsed, cancel) =>
            {
                using var twin = new ControlAddress(environment, control).Open(parsed);
                await twin.Heal(parsed.GetRequiredValue(id), cancel);
                output.WriteLine($"{parsed.GetRequiredValue(id)}: healed.");
                return ExitCode.Kept;
            }
        );
        return command;
    }
}
