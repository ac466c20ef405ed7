using Acceptance.Cloud.Live.Shell;
using Acceptance.Cloud.Sentences;

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

    private static readonly string[] Silent =
    [
        "unable to connect to API",
        "no route to host",
        "i/o timeout",
        "no such host",
        "unable to dial",
    ];

    private static readonly string[] Missing = ["not found", "has no such"];

    private static readonly string[] Denied = ["permission denied"];

    private static readonly string[] Certificate = ["certificate has expired", "certificate is not trusted", "x509:"];

    private static readonly string[] Restarting = ["connection is shut down", "upgrade in progress"];

    public static Failure Of(Shell.Shell shell, ProgramCall call, ProgramAnswer answer, string controller)
    {
        var said = answer.Error.Length > 0 ? answer.Error : answer.Output;
        return Known(said, controller) is var (why, sentence)
            ? shell.Failed(call, answer.At, why, sentence, said)
            : shell.Complaint(call, answer);
    }

    private static (Unreadable Why, Sentence Sentence)? Known(string said, string controller) =>
        said switch
        {
            _ when Has(said, Login) => (
                Unreadable.LoginNeeded,
                $"juju's login on {controller} has expired (juju-macaroon): "
                    + $"run `juju login -c {controller}` in a terminal, then run this again."
            ),
            _ when Has(said, Certificate) => (
                Unreadable.UntrustedCertificate,
                $"juju does not accept the certificate of the controller {controller} ({LastError(said)}): look at the "
                    + $"clock of this machine first, since a wrong one says the same; else renew it on the controller."
            ),
            _ when Has(said, Denied) => OfOurOwn(said)
                ?? (
                    Unreadable.Forbidden,
                    $"The login on the juju controller {controller} may not do that (permission denied): "
                        + $"log in as a user with access to the model (juju login), or have an administrator grant it "
                        + $"(juju grant)."
                ),
            _ when Has(said, Restarting) => (
                Unreadable.Refused,
                $"The juju controller {controller} is restarting or being upgraded ({LastError(said)}): ask again in "
                    + $"some minutes."
            ),
            _ => Unanswered(said, controller),
        };

    private static (Unreadable Why, Sentence Sentence)? Unanswered(string said, string controller) =>
        said switch
        {
            _ when Has(said, ["connection refused"]) => (
                Unreadable.Refused,
                $"The juju controller {controller} refuses the connection: is its machine up, and jujud running on it?"
            ),
            _ when Has(said, Silent) => (
                Unreadable.Unreachable,
                $"The juju controller {controller} cannot be reached: {LastError(said)}"
            ),
            _ when Has(said, Missing) => (Unreadable.NotFound, $"juju says: {LastError(said)}."),
            _ => null,
        };

    /// <summary>It is about a path of this machine: a controller denies a login, and names none.</summary>
    private static (Unreadable Why, Sentence Sentence)? OfOurOwn(string said) =>
        said.Split('\n', StringSplitOptions.TrimEntries)
            .FirstOrDefault(line => Has(line, Denied) && line.Contains(" /", StringComparison.Ordinal))
            is { } closed
            ? (
                Unreadable.NotOursToRead,
                $"juju cannot be asked, because a file of juju's own on this machine is closed to this user "
                    + $"({LastError(closed)}): let this user have it, or run this as the one who has logged in."
            )
            : null;

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
