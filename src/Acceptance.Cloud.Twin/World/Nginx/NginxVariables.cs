namespace Acceptance.Cloud.Twin.World.Nginx;

/// <summary>The variables that a configuration names: the ones that nginx has, and those that the file makes.</summary>
internal static class NginxVariables
{
    private static readonly string[] Prefixes =
    [
        "http_",
        "sent_http_",
        "sent_trailer_",
        "cookie_",
        "arg_",
        "upstream_http_",
        "upstream_cookie_",
        "upstream_trailer_",
    ];

    private static readonly HashSet<string> Known = new(
        """
        args ancient_browser binary_remote_addr body_bytes_sent bytes_sent connection connection_requests connection_time connections_active connections_reading connections_waiting connections_writing
        content_length content_type date_gmt date_local document_root document_uri fastcgi_path_info fastcgi_script_name gzip_ratio host hostname http2 https invalid_referer is_args limit_conn_status
        limit_rate limit_req_status memcached_key modern_browser msec msie nginx_version pid pipe proxy_add_x_forwarded_for proxy_host proxy_port proxy_protocol_addr proxy_protocol_port
        proxy_protocol_server_addr proxy_protocol_server_port query_string realip_remote_addr realip_remote_port realpath_root remote_addr remote_port remote_user request request_body
        request_body_file request_completion request_filename request_id request_length request_method request_time request_uri scheme secure_link secure_link_expires server_addr server_name
        server_port server_protocol slice_range ssl_alpn_protocol ssl_cipher ssl_ciphers ssl_client_cert ssl_client_escaped_cert ssl_client_fingerprint ssl_client_i_dn ssl_client_i_dn_legacy
        ssl_client_raw_cert ssl_client_s_dn ssl_client_s_dn_legacy ssl_client_serial ssl_client_v_end ssl_client_v_remain ssl_client_v_start ssl_client_verify ssl_curve ssl_curves ssl_early_data
        ssl_protocol ssl_server_name ssl_session_id ssl_session_reused status tcpinfo_rcv_space tcpinfo_rtt tcpinfo_rttvar tcpinfo_snd_cwnd time_iso8601 time_local uid_got uid_reset uid_set
        upstream_addr upstream_bytes_received upstream_bytes_sent upstream_cache_last_modified upstream_cache_etag upstream_cache_status upstream_connect_time upstream_header_time
        upstream_response_length upstream_response_time upstream_status uri
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal
    );

    /// <summary>Variables that set may write too.</summary>
    private static readonly string[] Changeable = ["args", "limit_rate"];

    public static bool IsKnown(NginxParser parser, string name) =>
        Known.Contains(name)
        || parser.Made.Contains(name)
        || Array.Exists(Prefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>A text with variables in it.</summary>
    public static void Use(NginxParser parser, NginxStatement statement, string text)
    {
        for (var at = text.IndexOf('$', StringComparison.Ordinal); at >= 0; at = text.IndexOf('$', at))
        {
            at++;
            if (at == text.Length)
                throw NginxParser.Refuse(statement, "invalid variable name");
            if (text[at] is >= '1' and <= '9')
                continue;
            var braced = text[at] == '{';
            if (braced)
                at++;
            var end = at;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
                end++;
            if (braced && (end == text.Length || text[end] != '}'))
                throw NginxParser.Refuse(statement, $"the closing bracket in \"{text[at..end]}\" variable is missing");
            if (end == at)
                throw NginxParser.Refuse(statement, "invalid variable name");
            parser.Named.Add(text[at..end]);
            at = end;
        }
    }

    /// <summary>A variable that a statement makes.</summary>
    public static void Make(NginxParser parser, NginxStatement statement, string variable)
    {
        if (!variable.StartsWith('$') || variable.Length == 1)
            throw NginxParser.Refuse(statement, $"invalid variable name \"{variable}\"");
        if (Known.Contains(variable[1..]) && !Changeable.Contains(variable[1..]))
            throw NginxParser.Refuse(statement, $"the duplicate \"{variable[1..]}\" variable");
        parser.Made.Add(variable[1..]);
    }
}
