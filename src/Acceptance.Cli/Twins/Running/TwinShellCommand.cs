using System.CommandLine;
using Acceptance.Cli.Twins;
using Acceptance.Cloud.Live.Clock;
using Acceptance.Cloud.Live.Sites;

namespace Acceptance.Cli.Twins.Running;

/// <summary>`acceptance twin shell [-- CMD]`: a command, or a shell, in the world of a served twin.</summary>
internal static class TwinShellCommand
{
    public static Command Make(TextWriter error, Func<string, string?> environment)
    {
        var words = new Argument<string[]>("CMD")
        {
            Description = "The command and its arguments, after --; default: bash.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command(
            "shell",
            "Gives CMD, or a shell, the world of the served twin that ACCEPTANCE_SITE names.\n\nExamples:\n  acceptance twin shell\n  acceptance twin shell -- bash -c 'source ~/admin-openrc; openstack server list'"
        )
        {
            words,
        };
        command.SetAction(
            async (parsed, _) =>
            {
                var site = environment("ACCEPTANCE_SITE");
                if (
                    string.IsNullOrWhiteSpace(site)
                    || site == "twin"
                    || new SiteReader().Read(site).FaultsAt is not { } control
                )
                    throw new Refusal(
                        ExitCode.Usage,
                        "acceptance twin shell: ACCEPTANCE_SITE names no served twin. Start one with `acceptance twin serve --env-file F`, then `source F`."
                    );
                using (var twin = new TwinControl(control))
                    await twin.Now(CancellationToken.None);
                var home = Path.GetDirectoryName(Path.GetFullPath(site))!;
                using var signals = new PassedSignals(new SystemClock().TimeProvider);
                var mark = Guid.NewGuid().ToString("N");
                var cmd = parsed.GetValue(words) is { Length: > 0 } given ? given : ["bash"];
                var pieces = CommandTexts.Of(cmd);
                PreparedCommand.RefuseRealAddresses(
                    pieces,
                    new RunWishes(false, false, new Dictionary<string, string>(), false)
                );
                var made = CommandEnvironment.Of(
                    new TwinPlace(home, Path.Combine(home, "bin"), Path.GetFullPath(site), control),
                    mark,
                    environment,
                    null
                );
                return await new ChildProgram(cmd, made, home, error) { Writes = [home, "/tmp", "/var/tmp"] }.Run(
                    signals,
                    mark
                );
            }
        );
        return command;
    }
}
