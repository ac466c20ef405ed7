using System.Text;
using System.Text.RegularExpressions;
using Acceptance.Cloud.Twin.World.Images;
using Acceptance.Surroundings;

namespace Acceptance.Conformance.Tests.Captures.OpenStack;

/// <summary>
/// Runs a capture's command with the real client against a twin in the captured situation, and compares what it
/// prints.
/// </summary>
internal sealed partial class ClientReplay(CapturedCloud cloud, Situation situation, RealClients clients)
{
    /// <summary>What was asked for a command ago has come about by the next one.</summary>
    public static readonly TimeSpan BetweenCommands = TimeSpan.FromSeconds(4);

    private readonly PrintedShape _printed = new(cloud.Ids);
    private readonly string _certificate = Certificate(cloud);

    public CapturedCloud Cloud => cloud;

    /// <summary>How long after what was before it a command is run.</summary>
    public TimeSpan Pause { get; init; } = BetweenCommands;

    /// <summary>Null: the command is not the clients' of this machine (a plugin that is not installed).</summary>
    public async Task<(Likeness Likeness, string Why)?> Play(OpenStackCapture capture)
    {
        Bring(capture);

        var folder = Path.Combine(cloud.Twin.Home, "client", capture.Name);
        Directory.CreateDirectory(folder);
        var argv = Words(capture);
        Furnish(folder, argv, capture);
        var (exit, output, error) = await clients.Run(argv, Environment(capture, folder), folder, cloud.Twin.Control);
        if (
            exit == 0
            && capture.Exit != 0
            && capture.Exchanges.Any(exchange => exchange is { Status: 409, Method: "POST" })
        )
            (exit, output, error) = await clients.Run(argv, Environment(capture, folder), folder, cloud.Twin.Control);
        if (
            (error + output).Contains("is not an openstack command", StringComparison.Ordinal)
            && !capture.Stderr.Contains("is not an openstack command", StringComparison.Ordinal)
        )
            return null;
        foreach (var exchange in capture.Exchanges.Where(exchange => exchange.Succeeded))
            situation.After(exchange);
        if (error.Contains("not emulated", StringComparison.Ordinal))
            return (Likeness.NotEmulated, error.Trim());
        return _printed.Of(capture, exit, Home(output, folder), Home(error, folder)) is { } difference
            ? (Likeness.Different, $"client: {difference}")
            : (Likeness.Same, "");
    }

    private void Bring(OpenStackCapture capture)
    {
        situation.Act(capture);
        cloud.World.Clock.Advance(Pause);
        var first = capture
            .Exchanges.Where(exchange => exchange.Changes)
            .Select((exchange, _) => exchange)
            .FirstOrDefault();
        foreach (
            var exchange in capture.Exchanges.Where(exchange =>
                exchange.Status is not null && cloud.Has(exchange.Service)
            )
        )
        {
            situation.Before(exchange, changed: false);
            if (ReferenceEquals(exchange, first))
                break;
        }
    }

    /// <summary>The folder that a client worked in reads ~ in the captures.</summary>
    private static string Home(string text, string folder) => text.Replace(folder, "~", StringComparison.Ordinal);

    private string[] Words(OpenStackCapture capture) =>
        [
            .. Word()
                .Matches(capture.Command)
                .Select(match =>
                    match.Groups["bare"].Success ? match.Groups["bare"].Value : match.Groups["quoted"].Value
                )
                .Select(word =>
                    word is "REDACTED-TOKEN"
                        ? AnyToken()
                        : word.Replace("REDACTED-SECRET", "made-for-this-test", StringComparison.Ordinal)
                            .Replace("REDACTED-PASSWORD", "made-for-this-test", StringComparison.Ordinal)
                )
                .Select(word => Here(cloud.Ids.Translate(word))),
        ];

    /// <summary>A URL of the recorded services is the twin's.</summary>
    private string Here(string text) =>
        Endpoint()
            .Replace(
                text,
                match =>
                {
                    var service = cloud
                        .World.Plan.Ports.FirstOrDefault(port =>
                            port.Value.ToString() == match.Groups["port"].Value
                            && cloud.World.Plan.Vips.ContainsKey(port.Key)
                        )
                        .Key;
                    return service is null ? match.Value : cloud.Url(service, "");
                }
            );

    private string AnyToken()
    {
        lock (cloud.World.Gate)
            return cloud
                .World.Identity.Tokens.Issue(
                    cloud.World.Identity.Admin,
                    cloud.World.Identity.Project(cloud.World.Plan.AdminProject),
                    null,
                    false
                )!
                .Id;
    }

    private Dictionary<string, string> Environment(OpenStackCapture capture, string folder)
    {
        var environment = new Dictionary<string, string>
        {
            ["HOME"] = folder,
            ["PATH"] = "/usr/bin:/bin",
            ["PYTHONWARNINGS"] = "ignore",
        };
        if (!capture.Stderr.Contains("'SHELL'", StringComparison.Ordinal))
            environment["SHELL"] = "/bin/bash";
        if (capture.Environment!.Count == 0)
            return environment;
        environment["OS_CACERT"] = _certificate;
        foreach (var (name, value) in capture.Environment)
            environment[name] = Here(cloud.Ids.Translate(value));
        var identity = cloud.World.Identity;
        if (environment.GetValueOrDefault("OS_PASSWORD") == "REDACTED-PASSWORD")
        {
            var domain = environment.GetValueOrDefault("OS_USER_DOMAIN_NAME") ?? "Default";
            environment["OS_PASSWORD"] =
                identity
                    .Users.Find(one =>
                        one.Name == environment.GetValueOrDefault("OS_USERNAME") && one.Domain.Name == domain
                    )
                    ?.Password
                ?? "none";
        }

        if (environment.GetValueOrDefault("OS_APPLICATION_CREDENTIAL_SECRET") == "REDACTED-SECRET")
            environment["OS_APPLICATION_CREDENTIAL_SECRET"] =
                identity.AppCredentials.All.Find(one => one.Id == environment["OS_APPLICATION_CREDENTIAL_ID"])?.Secret
                ?? "none";
        return environment;
    }

    /// <summary>The files that the command reads were there when it worked.</summary>
    private static void Furnish(string folder, string[] argv, OpenStackCapture capture)
    {
        for (var i = 0; i + 1 < argv.Length; i++)
        {
            var file = Path.Combine(folder, argv[i + 1]);
            var missing = capture.Stderr.Contains(argv[i + 1], StringComparison.Ordinal) && capture.Exit != 0;
            if (argv[i] == "--file" && argv.Contains("create") && !missing)
                File.WriteAllBytes(file, DiskImage.Qcow2(argv[i + 1], 1L << 30));
            if (argv[i] == "--public-key" && !missing)
                File.WriteAllText(
                    file,
                    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAII41YuN+kuPeUu0PUklG7Vuif98vs8mdSu/zHlw3g0r1 capi@example\n"
                );
            if (argv[i] != "--dir")
                continue;
            var exists = capture.Stderr.Contains("exists", StringComparison.Ordinal);
            if (!capture.Stderr.Contains("No such file", StringComparison.Ordinal))
                Directory.CreateDirectory(file);
            if (exists)
                File.WriteAllText(Path.Combine(file, "config"), "");
        }
    }

    private static string Certificate(CapturedCloud cloud)
    {
        var file = Path.Combine(cloud.Twin.Home, "captures-ca.pem");
        File.WriteAllText(file, cloud.World.Pki.VaultRoot.ExportCertificatePem(), Encoding.ASCII);
        return file;
    }

    [GeneratedRegex("""'(?<quoted>[^']*)'|"(?<quoted>[^"]*)"|(?<bare>[^\s'"]+)""")]
    private static partial Regex Word();

    [GeneratedRegex(@"http://127\.\d+\.4\.\d+:(?<port>\d+)")]
    private static partial Regex Endpoint();
}
