using Acceptance.Cloud.Twin.World.Nginx;

namespace Acceptance.Cloud.Twin.Personas.Nginx;

/// <summary>What workers serve that read these blocks.</summary>
internal static class ServedVhosts
{
    public static IReadOnlyList<NginxVhost> Of(NginxBlock whole) =>
        [
            .. whole.Inside.SelectMany(server =>
                server.Inside.SelectMany(location =>
                    location.All("proxy_pass").Select(pass => Vhost(server, location, pass))
                )
            ),
        ];

    private static NginxVhost Vhost(NginxBlock server, NginxBlock location, (string[] Words, string Place) pass)
    {
        var listen = server.All("listen").Select(one => one.Words).FirstOrDefault(["listen", "80"]);
        if (listen.Contains("ssl"))
            throw new NotEmulatedException("an nginx that serves TLS");
        return new NginxVhost(int.Parse(listen[1].Split(':')[^1]), new Uri(pass.Words[1]))
        {
            Verify = location.Value("proxy_ssl_verify") == "on",
            Trusted = location.Value("proxy_ssl_trusted_certificate"),
            Name = location.Value("proxy_ssl_name"),
            SendsName = location.Value("proxy_ssl_server_name") == "on",
            Headers = [.. location.All("proxy_set_header").Select(one => (one.Words[1], one.Words[2]))],
            Redirects =
            [
                .. location
                    .All("proxy_redirect")
                    .Where(one => one.Words.Length == 3)
                    .Select(one => (one.Words[1], one.Words[2])),
            ],
        };
    }
}
