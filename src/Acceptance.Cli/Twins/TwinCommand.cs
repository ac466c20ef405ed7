using System.CommandLine;
using Acceptance.Cli.Twins.Running;

namespace Acceptance.Cli.Twins;

/// <summary>`acceptance twin`: the simulated cloud, served to other processes and asked about itself.</summary>
internal static class TwinCommand
{
    public static Command Make(TextWriter output, TextWriter error, Func<string, string?> environment)
    {
        var control = new Option<Uri?>("--control")
        {
            Description = "The twin's control address; default: faultsAt of the site that ACCEPTANCE_SITE names.",
            HelpName = "URL",
            CustomParser = ControlAddress.Parse,
        };
        return new Command(
            "twin",
            "The simulated cloud: give it to a command, serve it, break it, heal it, move its clock, "
                + "read what it was asked."
        )
        {
            TwinRunCommand.Make(error, environment),
            TwinServeCommand.Make(output),
            TwinShellCommand.Make(error, environment),
            TwinFaultCommand.Make(output, environment, control),
            TwinHealCommand.Make(output, environment, control),
            TwinClockCommand.Make(output, environment, control),
            TwinStateCommand.Make(output, environment, control),
            TwinLogCommand.Make(output, environment, control),
        };
    }
}
