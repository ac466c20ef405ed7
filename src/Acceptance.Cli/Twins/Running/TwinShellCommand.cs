using System.CommandLine;
using Acceptance.Cli.Twins;
using Acceptance.Cli.Twins.Fence;
using Acceptance.Cloud.Live.Clock;
using Acceptance.Cloud.Live.Sites;

namespace Acceptance.Cli.Twins.Running;

/// <summary>`acceptance twin shell [-- CMD]`: a command, or a shell, in the world of a served twin.</summary>
internal static class TwinShellCommand
{
    private const string Description =
        "Gives CMD, or a shell, the world of the served twin that ACCEPTANCE_SITE names.\n\n"
        + "Examples:\n  acceptance twin shell\n"
        + "  acceptance twin shell -- bash -c 'source ~/admin-openrc; openstack server list'";

    public static Command Make(TextWriter error, Func<string, string?> environment)
    {
        var words = new Argument<string[]>("CMD")
        {
            Description = "The command and its arguments, after --; default: bash.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("shell", Description) { words };
        command.SetAction(
            async (parsed, _) =>
            {
                var (site, control) = Served(environment("ACCEPTANCE_SITE"));
                using (var twin = new TwinControl(control))
                    await twin.Now(CancellationToken.None);
                var cmd = parsed.GetValue(words) is { Length: > 0 } given ? given : ["bash"];
                return await Run(cmd, site, control, error, environment);
            }
        );
        return command;
    }

    private static (string Site, Uri Control) Served(string? site) =>
        !string.IsNullOrWhiteSpace(site) && site != "twin" && new SiteReader().Read(site).FaultsAt is { } control
            ? (Path.GetFullPath(site), control)
            : throw new Refusal(
                ExitCode.Usage,
                "acceptance twin shell: ACCEPTANCE_SITE names no served twin. "
                    + "Start one with `acceptance twin serve --env-file F`, then `source F`."
            );

    private static async Task<int> Run(
        IReadOnlyList<string> cmd,
        string site,
        Uri control,
        TextWriter error,
        Func<string, string?> environment
    )
    {
        var home = Path.GetDirectoryName(site)!;
        using var signals = new PassedSignals(new SystemClock().TimeProvider);
        var mark = Guid.NewGuid().ToString("N");
        PreparedCommand.RefuseRealAddresses(
            CommandTexts.Of(cmd),
            new RunWishes(false, false, new Dictionary<string, string>(), false)
        );
        var place = new TwinPlace(home, Path.Combine(home, "bin"), site, control);
        var made = CommandEnvironment.Of(place, mark, environment, null);
        return await new ChildProgram(cmd, made, home, error)
        {
            Writes = [home, "/tmp", "/var/tmp"],
            Mark = LimitMark.Draw(),
        }.Run(signals, mark);
    }
}
