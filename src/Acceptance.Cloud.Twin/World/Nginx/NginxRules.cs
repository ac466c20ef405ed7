using System.Globalization;
using System.Text.RegularExpressions;

namespace Acceptance.Cloud.Twin.World.Nginx;

/// <summary>What single directives ask of their arguments beside their number and kind.</summary>
internal static partial class NginxRules
{
    /// <summary>Directives that take any words.</summary>
    private static readonly string[] Free =
    [
        "env",
        "thread_pool",
        "events",
        "http",
        "types",
        "internal",
        "index",
        "sub_filter_types",
        "ssi_types",
        "charset_types",
        "addition_types",
        "charset",
        "source_charset",
        "mirror",
        "auth_request",
        "auth_basic_user_file",
        "break",
        "disable_symlinks",
        "empty_gif",
        "flv",
        "mp4",
        "keepalive",
        "ssl_password_file",
        "proxy_ssl_password_file",
        "uwsgi_ssl_password_file",
        "grpc_ssl_password_file",
        "open_log_file_cache",
        "valid_referers",
        "zone",
        "userid_expires",
        "userid_mark",
        "real_ip_header",
        "gzip_disable",
    ];

    /// <summary>Directives whose arguments may hold variables, and are not checked otherwise.</summary>
    private static readonly string[] Texts =
    [
        "root",
        "alias",
        "proxy_set_header",
        "grpc_set_header",
        "proxy_set_body",
        "proxy_cache_key",
        "fastcgi_cache_key",
        "uwsgi_cache_key",
        "scgi_cache_key",
        "proxy_method",
        "proxy_ssl_name",
        "uwsgi_ssl_name",
        "grpc_ssl_name",
        "auth_basic",
        "fastcgi_param",
        "uwsgi_param",
        "scgi_param",
        "fastcgi_index",
        "proxy_cache_bypass",
        "proxy_no_cache",
        "fastcgi_cache_bypass",
        "fastcgi_no_cache",
        "uwsgi_cache_bypass",
        "uwsgi_no_cache",
        "scgi_cache_bypass",
        "scgi_no_cache",
        "proxy_cookie_domain",
        "proxy_cookie_path",
        "proxy_cookie_flags",
        "sub_filter",
        "limit_rate",
        "limit_rate_after",
        "secure_link",
        "secure_link_md5",
        "proxy_store",
        "fastcgi_store",
        "uwsgi_store",
        "scgi_store",
        "ssl_certificate",
        "ssl_certificate_key",
        "proxy_ssl_certificate",
        "proxy_ssl_certificate_key",
        "fastcgi_pass",
        "uwsgi_pass",
        "scgi_pass",
        "memcached_pass",
    ];

    private static readonly Dictionary<string, Action<NginxParser, NginxBlock, NginxStatement>> Own = new(
        StringComparer.Ordinal
    )
    {
        ["user"] = User,
        ["worker_processes"] = WorkerProcesses,
        ["load_module"] = LoadModule,
        ["use"] = EventMethod,
        ["error_log"] = NginxLogs.ErrorLog,
        ["access_log"] = NginxLogs.AccessLog,
        ["log_format"] = NginxLogs.Format,
        ["listen"] = NginxListens.Check,
        ["location"] = NginxLocations.Check,
        ["upstream"] = NginxUpstreams.Named,
        ["proxy_pass"] = NginxUpstreams.Pass,
        ["grpc_pass"] = NginxUpstreams.Pass,
        ["proxy_redirect"] = NginxUpstreams.Redirect,
        ["return"] = Return,
        ["rewrite"] = Rewrite,
        ["set"] = Set,
        ["auth_request_set"] = Set,
        ["if"] = If,
        ["map"] = Map,
        ["error_page"] = ErrorPage,
        ["keepalive_timeout"] = Times,
        ["expires"] = Expires,
        ["allow"] = Address,
        ["deny"] = Address,
        ["set_real_ip_from"] = Address,
        ["resolver"] = Resolver,
        ["limit_req_zone"] = Zone,
        ["limit_conn_zone"] = Zone,
        ["limit_req"] = LimitRequests,
        ["limit_conn"] = LimitConnections,
        ["proxy_http_version"] = (_, _, _) => { },
        ["ip_hash"] = NginxUpstreams.Method,
        ["least_conn"] = NginxUpstreams.Method,
        ["hash"] = NginxUpstreams.Method,
        ["random"] = NginxUpstreams.Method,
        ["server_name"] = ServerName,
        ["gzip_types"] = GzipTypes,
        ["ssl"] = NginxSecurity.Deprecated,
        ["ssl_ciphers"] = NginxSecurity.Ciphers,
        ["proxy_ssl_ciphers"] = NginxSecurity.Ciphers,
        ["limit_except"] = Methods,
        ["add_header"] = Header,
        ["add_trailer"] = Header,
        ["try_files"] = TryFiles,
        ["worker_connections"] = Connections,
        ["ssl_session_cache"] = NginxSecurity.SessionCache,
    };

    public static void Check(NginxParser parser, NginxDirective directive, NginxBlock block, NginxStatement statement)
    {
        if (block.Context == NginxContext.Upstream && statement.Name == "server")
            NginxUpstreams.Server(parser, block, statement);
        else if (Own.TryGetValue(statement.Name, out var own))
            own(parser, block, statement);
        else if (Texts.Contains(statement.Name))
            foreach (var word in statement.Words.Skip(1))
                NginxVariables.Use(parser, statement, word);
        else if (statement.Name.StartsWith("http2_", StringComparison.Ordinal) && directive.Kind == "own")
            Obsolete(parser, statement);
        else if (
            directive.Kind == "own"
            && !statement.Name.EndsWith("_temp_path", StringComparison.Ordinal)
            && statement.Name != "server"
            && !Free.Contains(statement.Name)
        )
            throw new NginxUnjudgedException($"nginx's directive {statement.Name}");
        Alias(block, statement);
    }

    /// <summary>A block has ended: what only shows when it is known whole.</summary>
    public static void Closed(NginxParser parser, NginxBlock block, string end)
    {
        if (block.Context == NginxContext.Upstream && !block.Has("server"))
            throw NginxParser.Refuse(block.Opened, "no servers are inside upstream");
        if (block.Context == NginxContext.Http)
            NginxWhole.Check(parser, block, end);
    }

    private static void Alias(NginxBlock block, NginxStatement statement)
    {
        var other = statement.Name switch
        {
            "root" => "alias",
            "alias" => "root",
            _ => "",
        };
        if (block.Has(other))
            throw NginxParser.Refuse(
                statement,
                $"\"{statement.Name}\" directive is duplicate, \"{other}\" directive was specified earlier"
            );
    }

    private static void User(NginxParser parser, NginxBlock block, NginxStatement statement)
    {
        if (!parser.Around.IsRoot)
        {
            parser.Warn(
                $"the \"user\" directive makes sense only if the master process runs with super-user privileges, ignored in {statement.Place}"
            );
            return;
        }

        if (!parser.Around.HasUser(statement.Words[1]))
            throw NginxParser.Refuse(statement, $"getpwnam(\"{statement.Words[1]}\") failed");
        var group = statement.Argument(2) ?? statement.Words[1];
        if (!parser.Around.HasUser(group))
            throw NginxParser.Refuse(statement, $"getgrnam(\"{group}\") failed");
    }

    private static void ServerName(NginxParser parser, NginxBlock block, NginxStatement statement)
    {
        foreach (var name in statement.Words.Skip(1))
        {
            if (name.StartsWith('~'))
                NginxPatterns.Compile(parser, statement, name[1..]);
            else if (name.Contains('/', StringComparison.Ordinal))
                parser.Warn($"server name \"{name}\" has suspicious symbols in {statement.Place}");
        }
    }

    private static void Methods(NginxParser parser, NginxBlock block, NginxStatement statement)
    {
        string[] known =
        [
            "GET",
            "HEAD",
            "POST",
            "PUT",
            "DELETE",
            "MKCOL",
            "COPY",
            "MOVE",
            "OPTIONS",
            "PROPFIND",
            "PROPPATCH",
            "LOCK",
            "UNLOCK",
            "PATCH",
        ];
        if (statement.Words.Skip(1).FirstOrDefault(word => !known.Contains(word)) is { } bad)
            throw NginxParser.Refuse(statement, $"invalid method \"{bad}\"");
    }

    private static void Header(NginxParser parser, NginxBlock block, NginxStatement statement)
    {
        if (statement.Argument(3) is { } last && last != "always")
            throw NginxParser.Refuse(statement, $"invalid parameter \"{last}\"");
        NginxVariables.Use(parser, statement, statement.Words[2]);
    }

    private static void TryFiles(NginxParser parser, NginxBlock block, NginxStatement statement)
    {
        foreach (var word in statement.Words.Skip(1))
            NginxVariables.Use(parser, statement, word);
        if (
            statement.Words[^1].StartsWith('=')
            && (
                !uint.TryParse(statement.Words[^1][1..], NumberStyles.None, CultureInfo.InvariantCulture, out var code)
                || code > 999
            )
        )
            throw NginxParser.Refuse(statement, $"invalid code \"{statement.Words[^1]}\"");
    }

    private static void Connections(NginxParser parser, NginxBlock block, NginxStatement statement)
    {
        if (!uint.TryParse(statement.Words[1], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            throw NginxParser.Refuse(statement, $"invalid number \"{statement.Words[1]}\"");
    }

    private static void GzipTypes(NginxParser parser, NginxBlock block, NginxStatement statement)
    {
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase) { "text/html" };
        foreach (var type in statement.Words.Skip(1).Where(type => !seen.Add(type)))
            parser.Warn($"duplicate MIME type \"{type}\" in {statement.Place}");
    }

    private static void WorkerProcesses(NginxParser parser, NginxBlock block, NginxStatement statement)
    {
        if (statement.Words[1] != "auto" && !uint.TryParse(statement.Words[1], CultureInfo.InvariantCulture, out _))
            throw NginxValues.Invalid(statement);
    }

    /// <summary>The twin's hosts have no module beside the program.</summary>
    private static void LoadModule(NginxParser parser, NginxBlock block, NginxStatement statement)
    {
        if (block.Has("events") || block.Has("http"))
            throw NginxParser.Refuse(statement, "\"load_module\" directive is specified too late");
        var file = statement.Words[1].StartsWith('/')
            ? statement.Words[1]
            : $"{parser.Build.Prefix}/{statement.Words[1]}";
        if (parser.Around.Read(file) is not null)
            throw new NginxUnjudgedException($"the module {file} of nginx");
        throw NginxParser.Refuse(
            statement,
            $"dlopen() \"{file}\" failed ({file}: cannot open shared object file: No such file or directory)"
        );
    }

    private static void EventMethod(NginxParser parser, NginxBlock block, NginxStatement statement)
    {
        if (statement.Words[1] is not ("epoll" or "poll" or "select"))
            throw NginxParser.Refuse(statement, $"invalid event type \"{statement.Words[1]}\"");
    }

    private static void Obsolete(NginxParser parser, NginxStatement statement)
    {
        var instead = statement.Name switch
        {
            "http2_max_requests" => "keepalive_requests",
            "http2_recv_timeout" => "client_header_timeout",
            "http2_idle_timeout" => "keepalive_timeout",
            "http2_max_field_size" or "http2_max_header_size" => "large_client_header_buffers",
            _ => throw new NginxUnjudgedException($"nginx's directive {statement.Name}"),
        };
        if (parser.Build.Release >= new Version(1, 19, 7))
            parser.Warn(
                $"the \"{statement.Name}\" directive is obsolete, use the \"{instead}\" directive instead in {statement.Place}"
            );
    }

    private static void Times(NginxParser parser, NginxBlock block, NginxStatement statement)
    {
        if (
            !NginxValues.IsTime(statement.Words[1], milliseconds: true)
            || (statement.Argument(2) is { } header && !NginxValues.IsTime(header, milliseconds: false))
        )
            throw NginxValues.Invalid(statement);
    }

    private static void Expires(NginxParser parser, NginxBlock block, NginxStatement statement)
    {
        var time = statement.Words[^1];
        if (time.Contains('$', StringComparison.Ordinal))
            NginxVariables.Use(parser, statement, time);
        else if (
            time is not ("epoch" or "max" or "off")
            && !NginxValues.IsTime(time.TrimStart('+', '-', '@'), milliseconds: false)
        )
            throw NginxValues.Invalid(statement);
    }

    private static void Resolver(NginxParser parser, NginxBlock block, NginxStatement statement)
    {
        foreach (var word in statement.Words.Skip(1).Where(word => !ResolverOption().IsMatch(word)))
        {
            if (word.Contains('=', StringComparison.Ordinal))
                throw NginxParser.Refuse(statement, $"invalid parameter: {word}");
            var host = word.StartsWith('[') ? word.Trim('[', ']') : word.Split(':')[0];
            if (!parser.Around.Resolves(host))
                throw NginxParser.Refuse(statement, $"host not found in resolver \"{word}\"");
        }
    }

    [GeneratedRegex("^(?:valid=[\\dsmhdwMy ]+$|ipv4=(?:on|off)$|ipv6=(?:on|off)$|status_zone=)")]
    private static partial Regex ResolverOption();
}
