namespace Acceptance.Cloud.Twin.World.HaProxy;

/// <summary>
/// One health check's outcome: check_status, check_code, last_chk and check_desc (captures haproxy24-gallery-*).
/// </summary>
internal sealed record HaProxyCheck(bool Passed, string Status, string Code, string Last, string Description)
{
    /// <summary>What haproxy finds when it checks this server.</summary>
    /// <param name="trusts">Whether the server line's CA file signs the peer's certificate.</param>
    public static HaProxyCheck Of(HaProxyProxy proxy, HaProxyServerLine server, HaProxyPeer peer, bool trusts) =>
        peer.Speaks switch
        {
            "refused" => new(false, "L4CON", "", "Connection refused", "Layer4 connection problem"),
            "dropped" => new(false, "L4TOUT", "", "", "Layer4 timeout"),
            _ when server.ChecksTls => OverTls(proxy, server, peer, trusts),
            _ when proxy.HttpCheck is null => new(true, "L4OK", "", "", "Layer4 check passed"),
            _ => OverPlainHttp(proxy, peer),
        };

    private static HaProxyCheck OverTls(HaProxyProxy proxy, HaProxyServerLine server, HaProxyPeer peer, bool trusts)
    {
        if (peer.Speaks == "mute")
            return new(false, "L6TOUT", "", "", "Layer6 timeout");
        if (!peer.Tls || (server.After("verify") != "none" && !trusts))
            return new(false, "L6RSP", "", "SSL handshake failure", "Layer6 invalid response");
        return proxy.HttpCheck is null
            ? new(true, "L6OK", "", "", "Layer6 check passed")
            : OfAnswer(proxy, peer.Status);
    }

    private static HaProxyCheck OverPlainHttp(HaProxyProxy proxy, HaProxyPeer peer) =>
        peer.Speaks switch
        {
            "http" => OfAnswer(proxy, peer.Status),
            "mute" => new(false, "L7TOUT", "", "", "Layer7 timeout"),
            "resets" or "tls-python" => new(false, "SOCKERR", "", "Connection reset by peer", "Socket error"),
            // OpenSSL takes GET, POST, HEAD and PUT for a plain request and lets the server answer 400;
            // OPTIONS it does not know.
            "tls-apache" when proxy.HttpCheck != "OPTIONS" => new(
                false,
                "L7STS",
                "400",
                "Bad Request",
                "Layer7 wrong status"
            ),
            _ => new(false, "L7RSP", "", "TCPCHK got an empty response at step 1", "Layer7 invalid response"),
        };

    private static HaProxyCheck OfAnswer(HaProxyProxy proxy, int status) =>
        status switch
        {
            >= 200 and < 400 => new(true, "L7OK", $"{status}", "", "Layer7 check passed"),
            404 when proxy.DisableOn404 => new(true, "L7OKC", "404", "", "Layer7 check conditionally passed"),
            _ => new(
                false,
                "L7STS",
                $"{status}",
                status switch
                {
                    404 => "Not Found",
                    503 => "Service Unavailable",
                    500 => "Internal Server Error",
                    400 => "Bad Request",
                    _ => "",
                },
                "Layer7 wrong status"
            ),
        };
}
