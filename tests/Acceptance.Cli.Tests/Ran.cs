using Acceptance.Cloud.Twin;

namespace Acceptance.Cli.Tests;

/// <summary>What one run of `acceptance` left: its exit code and what it said.</summary>
internal sealed record Ran(int Exit, string Output, string Error)
{
    /// <summary>Runs it in this process, with these environment variables and no others.</summary>
    public static async Task<Ran> Of(IReadOnlyList<string> arguments, params (string Name, string Value)[] environment)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exit = await new CommandLine(
            output,
            error,
            name => environment.Where(one => one.Name == name).Select(one => one.Value).FirstOrDefault()
        ).Run(arguments);
        return new Ran(exit, output.ToString(), error.ToString());
    }

    /// <summary>Runs it against a twin, found as a user's shell finds it.</summary>
    public static Task<Ran> Against(Twin twin, params string[] arguments) =>
        Of(arguments, ("ACCEPTANCE_SITE", twin.SiteFile));
}
