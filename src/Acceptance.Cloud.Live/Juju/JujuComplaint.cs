using Acceptance.Cloud.Live.Shell;

namespace Acceptance.Cloud.Live.Juju;

/// <summary>What juju's last words mean, where they mean more than that it failed.</summary>
internal static class JujuComplaint
{
    private static readonly string[] Login =
    [
        "cannot get discharge",
        "not logged in",
        "cannot log into controller",
        "please enter password",
        "invalid entity name or password",
        "discharge required",
    ];

    private static readonly string[] Unreachable =
    [
        "unable to connect to API",
        "no route to host",
        "i/o timeout",
        "no such host",
        "unable to dial",
    ];

    private static readonly string[] Missing = ["not found", "has no such"];

    public static Failure Of(Shell.Shell shell, ProgramCall call, ProgramAnswer answer, string controller)
    {
        var said = answer.Error.Length > 0 ? answer.Error : answer.Output;
        if (Has(said, Login))
            return shell.Failed(
                call,
                answer.At,
                Unreadable.LoginNeeded,
                $"juju's login on {controller} has expired (juju-macaroon): "
                    + $"run `juju login -c {controller}` in a terminal, then run this again.",
                said
            );
        if (Has(said, ["connection refused"]))
            return shell.Failed(
                call,
                answer.At,
                Unreadable.Refused,
                $"The juju controller {controller} refuses the connection: is its machine up, and jujud running on it?",
                said
            );
        if (Has(said, Unreachable))
            return shell.Failed(
                call,
                answer.At,
                Unreadable.Unreachable,
                $"The juju controller {controller} cannot be reached: {LastError(said)}",
                said
            );
        if (Has(said, Missing))
            return shell.Failed(call, answer.At, Unreadable.NotFound, $"juju says: {LastError(said)}.", said);
        return shell.Complaint(call, answer);
    }

    private static bool Has(string said, string[] words) =>
        words.Any(word => said.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string LastError(string said)
    {
        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return (
            lines.LastOrDefault(line => line.StartsWith("ERROR", StringComparison.Ordinal))
            ?? lines.LastOrDefault()
            ?? ""
        )
            .Replace("ERROR ", "", StringComparison.Ordinal)
            .TrimEnd('.');
    }
}
