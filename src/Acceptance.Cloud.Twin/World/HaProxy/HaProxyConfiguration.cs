using Acceptance.Cloud.Spelling;

namespace Acceptance.Cloud.Twin.World.HaProxy;

/// <summary>
/// haproxy.cfg as haproxy reads it, as far as the twin's proxies go; what it cannot read is a complaint.
/// </summary>
internal sealed class HaProxyConfiguration
{
    private static readonly string[] Sections =
        "global defaults frontend backend listen resolvers peers userlist cache program mailers".Split(' ');

    /// <summary>Keywords that a proxy section may begin a line with.</summary>
    private static readonly string[] Keywords = (
        "balance bind default_backend use_backend server server-template default-server option mode "
        + "timeout maxconn log log-format http-request http-response http-check tcp-check tcp-request "
        + "tcp-response acl stick stick-table cookie retries redirect stats errorfile monitor-uri "
        + "fullconn hash-type source description disabled enabled capture compression unique-id-format "
        + "rate-limit backlog email-alert load-server-state-from-file"
    ).Split(' ');

    private readonly string _file;
    private readonly Func<string, string?> _read;
    private HaProxyProxy? _proxy;
    private string _section = "";
    private (string Mode, bool ForwardsFor) _defaults = ("tcp", false);

    private HaProxyConfiguration(string file, Func<string, string?> read) => (_file, _read) = (file, read);

    public List<HaProxyProxy> Proxies { get; } = [];

    public List<HaProxyComplaint> Complaints { get; } = [];

    public bool Valid => Complaints.TrueForAll(complaint => complaint.Found == HaProxyComplaint.Stage.Warning);

    /// <summary>Reads a configuration.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">Its path, as the complaints name it.</param>
    /// <param name="read">The text of another file of the host (a ca-file); null when there is none.</param>
    public static HaProxyConfiguration Parse(string text, string file, Func<string, string?> read)
    {
        var parsed = new HaProxyConfiguration(file, read);
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
            parsed.Line(lines[i], i + 1);
        if (!text.EndsWith('\n') && text.Length > 0)
        {
            var line =
                $"parsing [{file}:{lines.Length}]: Missing LF on last line, "
                + $"file might have been truncated at position {lines[^1].Length + 1}.";
            parsed.Add(HaProxyComplaint.Stage.Parsing, line);
        }

        if (parsed.Valid)
            parsed.CheckWhole();
        return parsed;
    }

    private void Line(string raw, int number)
    {
        var hash = raw.IndexOf('#', StringComparison.Ordinal);
        string[] words = (hash >= 0 ? raw[..hash] : raw).Split(
            [' ', '\t', '\r'],
            StringSplitOptions.RemoveEmptyEntries
        );
        if (words.Length == 0)
            return;
        if (Sections.Contains(words[0]))
            Begin(words);
        else if (_proxy is not null)
            OfProxy(_proxy, words, number);
        else if (_section == "defaults" && words is ["mode", var mode, ..])
            _defaults.Mode = mode;
        else if (_section == "defaults" && words is ["option", "forwardfor", ..])
            _defaults.ForwardsFor = true;
    }

    private void Begin(string[] words)
    {
        _section = words[0];
        _proxy = null;
        if (_section is not ("frontend" or "backend" or "listen"))
            return;
        _proxy = new HaProxyProxy(_section, words.ElementAtOrDefault(1) ?? "", _defaults.Mode)
        {
            ForwardsFor = _defaults.ForwardsFor,
        };
        Proxies.Add(_proxy);
    }

    private void OfProxy(HaProxyProxy proxy, string[] words, int number)
    {
        switch (words)
        {
            case ["mode", var mode, ..]:
                proxy.Mode = mode;
                break;
            case ["balance", var balance, ..]:
                proxy.Balance = balance;
                break;
            case ["default_backend", var backend, ..]:
                proxy.DefaultBackend = backend;
                break;
            case ["option", "httpchk", ..]:
                proxy.HttpCheck = words.Length > 3 ? words[2] : "OPTIONS";
                break;
            case ["option", "forwardfor", ..]:
                proxy.ForwardsFor = true;
                break;
            case ["http-check", "disable-on-404", ..]:
                proxy.DisableOn404 = true;
                break;
            case ["http-request" or "http-response", ..]:
                proxy.HasHttpRules = true;
                break;
            case ["server", var name, var address, .. var rest]:
                Server(proxy, name, address, rest, number);
                break;
            case [var keyword, ..] when !Keywords.Contains(keyword):
                var like = Keywords.MinBy(known => EditDistance.Between(known, keyword))!;
                var hint = EditDistance.Between(like, keyword) <= 2 ? $"; did you mean '{like}' maybe ?" : "";
                Add(
                    HaProxyComplaint.Stage.Parsing,
                    $"parsing [{_file}:{number}] : unknown keyword '{keyword}' in '{proxy.Kind}' section{hint}"
                );
                break;
        }
    }

    private void Server(HaProxyProxy proxy, string name, string address, string[] rest, int number)
    {
        var colon = address.LastIndexOf(':');
        var server = new HaProxyServerLine(
            name,
            colon > 0 ? address[..colon] : address,
            colon > 0 && int.TryParse(address[(colon + 1)..], out var port) ? port : 0,
            number,
            rest
        );
        proxy.Servers.Add(server);
        if (server.After("ca-file") is { } ca && _read(ca) is null)
        {
            Add(
                HaProxyComplaint.Stage.Parsing,
                $"parsing [{_file}:{number}] : 'server {name}' : 'ca-file' : unable to load {ca}."
            );
        }
    }

    /// <summary>What shows only when the whole file is known.</summary>
    private void CheckWhole()
    {
        foreach (var proxy in Proxies)
        {
            if (proxy.DefaultBackend is { } wanted && !Proxies.Exists(other => other.IsBackend && other.Name == wanted))
                Add(
                    HaProxyComplaint.Stage.Checking,
                    $"Proxy '{proxy.Name}': unable to find required default_backend: '{wanted}'."
                );
            CheckNames(proxy);
            foreach (var server in proxy.Servers)
                CheckServer(proxy, server);
            if (proxy.Mode == "http" || !Proxies.Exists(other => other.Mode == "http"))
                continue;
            if (proxy.HasHttpRules)
                Warn($"'http-request' rules ignored for {proxy.Kind} '{proxy.Name}' as they require HTTP mode.");
            if (proxy.ForwardsFor)
                Warn($"'option forwardfor' ignored for {proxy.Kind} '{proxy.Name}' as it requires HTTP mode.");
        }
    }

    private void CheckNames(HaProxyProxy proxy)
    {
        foreach (var again in proxy.Servers)
        {
            var first = proxy.Servers.First(server => server.Name == again.Name);
            if (first == again)
                continue;
            Add(
                HaProxyComplaint.Stage.Checking,
                $"parsing [{_file}:{again.Line}] : backend '{proxy.Name}', another server named '{again.Name}' "
                    + $"was already defined at line {first.Line}, please use distinct names."
            );
        }
    }

    private void CheckServer(HaProxyProxy proxy, HaProxyServerLine server)
    {
        if (
            (server.Has("ssl") || server.Has("check-ssl"))
            && server.After("verify") != "none"
            && !server.Has("ca-file")
        )
        {
            const string says =
                "verify is enabled by default but no CA file specified. "
                + "If you're running on a LAN where you're certain to trust the server's certificate, "
                + "please set an explicit 'verify none' statement on the 'server' line, "
                + "or use 'ssl-server-verify none' in the global section "
                + "to disable server-side verifications by default.";
            Add(
                HaProxyComplaint.Stage.Checking,
                $"Proxy '{proxy.Name}', server '{server.Name}' [{_file}:{server.Line}] {says}"
            );
        }

        if (
            !System.Net.IPAddress.TryParse(server.Address, out _)
            && server.Address != "localhost"
            && !server.Has("resolvers")
        )
            Add(
                HaProxyComplaint.Stage.Addresses,
                $"parsing [{_file}:{server.Line}] : 'server {server.Name}' : "
                    + $"could not resolve address '{server.Address}'."
            );
    }

    private void Add(HaProxyComplaint.Stage found, string line) => Complaints.Add(new HaProxyComplaint(found, line));

    private void Warn(string says) => Add(HaProxyComplaint.Stage.Warning, $"config : {says}");
}
