using System.CommandLine;
using System.CommandLine.Parsing;
using Acceptance.Cloud.Live.Sites;

namespace Acceptance.Cli.Twins;

/// <summary>
/// Which served twin a command speaks to: --control, else faultsAt of the site that ACCEPTANCE_SITE names.
/// </summary>
internal sealed class ControlAddress(Func<string, string?> environment, Option<Uri?> control)
{
    private const string WayOut =
        "Start one with `acceptance twin serve --env-file F`, then `source F`; "
        + "or name its control address with --control.";

    public TwinControl Open(ParseResult parsed) => new(parsed.GetValue(control) ?? OfSite());

    public static Uri? Parse(ArgumentResult given)
    {
        var text = given.Tokens.Single().Value;
        if (
            Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var url)
            && url.Scheme == "http"
        )
            return url;
        given.AddError($"--control: found '{text}'; allowed: a twin's control address such as $ACCEPTANCE_CONTROL");
        return null;
    }

    private Uri OfSite()
    {
        var path = environment("ACCEPTANCE_SITE");
        if (string.IsNullOrWhiteSpace(path) || path == "twin")
            throw new Refusal(ExitCode.Usage, $"ACCEPTANCE_SITE names no served twin. {WayOut}");
        return new SiteReader().Read(path).FaultsAt
            ?? throw new Refusal(
                ExitCode.Usage,
                $"{path}: $.faultsAt: found nothing; allowed: a twin's control address. This site is no twin: "
                    + $"nothing is injected there. {WayOut}"
            );
    }
}
