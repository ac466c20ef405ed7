using System.Security.Cryptography.X509Certificates;
using Acceptance.Cloud;
using Acceptance.Cloud.Live.Hosts;
using Acceptance.Cloud.Live.Kubernetes;
using Acceptance.Cloud.Live.Maas;
using Acceptance.Cloud.Live.OpenStack;
using Acceptance.Cloud.Live.Shell;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.Live.Transport;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Secrets;
using Acceptance.Cloud.Sites;

namespace Acceptance.Live.Tests.Hostile.Services;

/// <summary>Each kind of client that the product has, before a hostile service.</summary>
internal static class HostileClients
{
    public const string OfUser = "pw-secret-word";
    public const string Token = "t1-token-word";
    public const string Bearer = "bearer-secret-word";

    private const long Listed = Bounds.Answer;

    public static HostileClient Rest { get; } =
        new("OpenStack", AnswerShape.Keypairs, Token, 3, Listed, (server, clock, _) => AskRest(server, clock));

    public static HostileClient Keystone { get; } =
        new("Keystone", AnswerShape.Token, OfUser, 1, Listed, (server, clock, _) => AskKeystone(server, clock));

    public static HostileClient Kubernetes { get; } =
        new("Kubernetes", AnswerShape.Secrets, Bearer, 3, Listed, (server, clock, _) => AskKubernetes(server, clock));

    public static HostileClient Deletion { get; } =
        new(
            "Kubernetes, a deletion",
            AnswerShape.Secrets,
            Bearer,
            1,
            Listed,
            (server, clock, _) => Delete(server, clock)
        );

    public static HostileClient Probe { get; } =
        new("HTTP probe", AnswerShape.Plain, null, 1, Bounds.Refusal, (server, clock, _) => AskProbe(server, clock));

    public static HostileClient Image { get; } = new("image", AnswerShape.Plain, null, 1, Listed, Stage);

    public static HostileClient Printed { get; } = new("program", AnswerShape.Machines, null, 1, Bounds.Printed, Run);

    public static IReadOnlyList<HostileClient> All { get; } =
    [Rest, Keystone, Kubernetes, Deletion, Probe, Image, Printed];

    /// <summary>The token that a client of the services comes by before it meets the hostility.</summary>
    public static string? First(HostileClient client, Uri at, string request)
    {
        if (client != Rest || !request.StartsWith("POST /v3/auth/tokens ", StringComparison.Ordinal))
            return null;
        var body =
            "{\"token\": {\"user\": {\"id\": \"u1\", \"name\": \"admin\"}, \"catalog\": [{\"type\": \"compute\", "
            + $"\"endpoints\": [{{\"interface\": \"public\", \"url\": \"{at}\"}}]}}]}}}}";
        return $"HTTP/1.1 201 Created\r\nX-Subject-Token: {Token}\r\nContent-Length: {body.Length}\r\n\r\n{body}";
    }

    private static Deadlines Of(SteppedClock clock) => new() { FirstPause = TimeSpan.Zero, Watch = clock };

    private static async Task<Ended> AskRest(HostileServer server, SteppedClock clock)
    {
        using var client = new Connections(Of(clock), "r-test").Client(Trust.System);
        return HostileClient.How(await Services(server, client, clock).Compute.Keypairs(Scope.Admin), Names);
    }

    private static async Task<Ended> AskKeystone(HostileServer server, SteppedClock clock)
    {
        using var client = new Connections(Of(clock), "r-test").Client(Trust.System);
        return HostileClient.How(
            await Services(server, client, clock).Token(Scope.Admin),
            token => $"a token of {token.Roles.Count} roles"
        );
    }

    private static OpenStackServices Services(HostileServer server, HttpClient client, SteppedClock clock)
    {
        var credential = new Credential(new Uri(server.At, "/v3"), "the test's openrc")
        {
            User = "admin",
            Password = OfUser,
            UserDomain = "admin_domain",
            Project = "admin",
            ProjectDomain = "admin_domain",
        };
        var redaction = new Redaction();
        var hosts = new KnownHosts(new Site { Name = "here", Credentials = new SiteCredentials() }, credential.AuthUrl);
        var sender = new Sender(client, new AllowAll(), new FixedClock(), Of(clock), redaction);
        var reading = new Reading<Credential>.Seen(credential, Evidence.None);
        var tokens = new KeystoneTokens(reading, sender, redaction, hosts);
        return new OpenStackServices(reading, tokens, sender, hosts, TimeSpan.FromMinutes(1));
    }

    private static async Task<Ended> AskKubernetes(HostileServer server, SteppedClock clock)
    {
        using var api = Api(server, clock);
        return HostileClient.How(await api.SecretNames("ns"), Names);
    }

    private static async Task<Ended> Delete(HostileServer server, SteppedClock clock)
    {
        using var api = Api(server, clock);
        return HostileClient.How(await api.DeleteService("ns", "rr"), _ => "deleted");
    }

    private static KubernetesApi Api(HostileServer server, SteppedClock clock) =>
        new(
            new Kubeconfig(server.At, "") { Token = Bearer },
            "kubeconfig",
            new Trust(new X509Certificate2Collection(), "the kubeconfig's CA"),
            new AllowAll(),
            new FixedClock(),
            Of(clock),
            new Redaction(),
            "r-test"
        );

    private static async Task<Ended> AskProbe(HostileServer server, SteppedClock clock)
    {
        var probe = new HttpProbe(
            new Connections(Of(clock), "r-test"),
            () => new Reading<Trust>.Seen(Trust.System, Evidence.None),
            new AllowAll(),
            new FixedClock(),
            Of(clock),
            new Redaction()
        );
        var reading = await probe.Ask(server.At);
        return HostileClient.How(reading, answer => $"{answer.Code}, {answer.Body.Length} characters");
    }

    private static async Task<Ended> Stage(HostileServer server, SteppedClock clock, string folder)
    {
        var url = new Uri("http://images.example/img/kube.qcow2");
        var source = new ImageSource(
            new Connections(Of(clock), "r-test"),
            new SiteImage
            {
                Name = "n",
                KubeVersion = "v1",
                Url = url,
                Sha512 = new string('0', 128),
                ConnectTo = server.At.Authority,
            },
            new CredentialFiles(new SiteCredentials(), folder),
            folder,
            new AllowAll(),
            new FixedClock(),
            Of(clock),
            Listed
        );
        var ended = HostileClient.How(await source.Stage(url, new string('0', 128)), _ => "staged");
        var left = Directory.GetFiles(folder).Length;
        return left == 0 ? ended : ended with { Sentence = $"{ended.Sentence} {left} files were left." };
    }

    private static async Task<Ended> Run(HostileServer server, SteppedClock clock, string folder)
    {
        var maas = Path.Combine(folder, "maas");
        await File.WriteAllTextAsync(
            maas,
            $"#!/bin/bash\nexec 3<>/dev/tcp/127.0.0.1/{server.At.Port}\n"
                + @"printf 'GET /printed HTTP/1.0\r\n\r\n' >&3"
                + "\nexec cat <&3\n"
        );
        File.SetUnixFileMode(maas, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var shell = new Acceptance.Cloud.Live.Shell.Shell(
            new Jumphost(new SiteJumphost { Path = [folder], Home = folder }, folder),
            new CleanEnvironment([folder], folder),
            new AllowAll(),
            new Redaction(),
            new FixedClock(),
            clock
        );
        var reading = await new MaasClient(shell, new SiteMaas { Profile = "admin" }, Of(clock)).Machines();
        return HostileClient.How(reading, machines => Names([.. machines.Select(machine => machine.Hostname)]));
    }

    private static string Names(IReadOnlyList<string> names) =>
        $"{names.Count} items, the longest name of {names.Max(name => name.Length)} characters";
}
