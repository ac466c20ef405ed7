using System.Globalization;
using System.Text;
using Acceptance.Cloud.Twin.World.HaProxy;

namespace Acceptance.Cloud.Twin.Personas.HaProxy;

/// <summary>
/// `show stat` in the CSV of HAProxy 2.4 (FACTS 8.5; captures haproxy24-*): 117 named columns and a trailing comma.
/// </summary>
internal static class StatTable
{
    private const string Header =
        """# pxname,svname,qcur,qmax,scur,smax,slim,stot,bin,bout,dreq,dresp,ereq,econ,eresp,wretr,wredis,status,weight,act,bck,chkfail,chkdown,lastchg,downtime,qlimit,pid,iid,sid,throttle,lbtot,tracked,type,rate,rate_lim,rate_max,check_status,check_code,check_duration,hrsp_1xx,hrsp_2xx,hrsp_3xx,hrsp_4xx,hrsp_5xx,hrsp_other,hanafail,req_rate,req_rate_max,req_tot,cli_abrt,srv_abrt,comp_in,comp_out,comp_byp,comp_rsp,lastsess,last_chk,last_agt,qtime,ctime,rtime,ttime,agent_status,agent_code,agent_duration,check_desc,agent_desc,check_rise,check_fall,check_health,agent_rise,agent_fall,agent_health,addr,cookie,mode,algo,conn_rate,conn_rate_max,conn_tot,intercepted,dcon,dses,wrew,connect,reuse,cache_lookups,cache_hits,srv_icur,src_ilim,qtime_max,ctime_max,rtime_max,ttime_max,eint,idle_conn_cur,safe_conn_cur,used_conn_cur,need_conn_est,uweight,-,ssl_sess,ssl_reused_sess,ssl_failed_handshake,h2_headers_rcvd,h2_data_rcvd,h2_settings_rcvd,h2_rst_stream_rcvd,h2_goaway_rcvd,h2_detected_conn_protocol_errors,h2_detected_strm_protocol_errors,h2_rst_stream_resp,h2_goaway_resp,h2_open_connections,h2_backend_open_streams,h2_total_connections,h2_backend_total_streams,""";

    public static string[] Columns { get; } = Header[2..].TrimEnd(',').Split(',');

    public static string Of(HaProxyInstance instance, DateTimeOffset now)
    {
        if (instance.Edited is { } process)
            return new ProcessTable(process).Of();
        var text = new StringBuilder(Header).Append('\n');
        var proxy = 2;
        foreach (var backend in instance.Backends)
        {
            text.Append(Frontend(backend, proxy++)).Append('\n');
            var row = 1;
            foreach (var server in backend.Servers)
                text.Append(Server(backend, server, proxy, row++, now)).Append('\n');
            text.Append(Backend(backend, proxy++, instance, now)).Append('\n');
        }

        return text.Append('\n').ToString();
    }

    private static string Frontend(HaProxyBackend backend, int iid) =>
        $"""{backend.FrontendName},FRONTEND,,,0,0,2000,0,0,0,0,0,0,,,,,OPEN,,,,,,,,,1,{iid},0,,,,0,0,0,0,,,,,,,,,,,0,0,0,,,0,0,0,0,,,,,,,,,,,,,,,,,,,,,tcp,,0,0,0,,0,0,0,,,,,,,,,,,0,,,,,,-,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,""";

    private static string Server(HaProxyBackend backend, HaProxyServer server, int iid, int sid, DateTimeOffset now)
    {
        var (status, code, last, description) = server.Check;
        if (!server.Checked)
            return Unchecked(backend, server, iid, sid);
        var down = server.Status == "DOWN";
        var changed = Seconds(now - server.LastChange);
        return $"""{backend.BackendName},{server.Name},0,0,0,0,,0,0,0,,0,,0,0,0,0,{server.Status},1,1,0,{(down ? 1 : 0)},{(down ? 1 : 0)},{changed},{(down ? changed : "0")},,1,{iid},{sid},,0,,2,0,,0,{status},{code},{(status == "INI" ? "" : "2")},,,,,,,,,,,0,0,,,,,-1,{last},,0,0,0,0,,,,{description},,2,3,{(down ? 0 : 4)},,,,{server.Address},,tcp,,,,,,,,0,0,0,,,0,,0,0,0,0,0,0,0,0,1,1,-,0,0,0,,,,,,,,,,,,,,""";
    }

    /// <summary>Of what no check says nothing stands there (captures haproxy24-*, "no check").</summary>
    private static string Unchecked(HaProxyBackend backend, HaProxyServer server, int iid, int sid) =>
        $"""{backend.BackendName},{server.Name},0,0,0,0,,0,0,0,,0,,0,0,0,0,{server.Status},1,1,0,,,,,,1,{iid},{sid},,0,,2,0,,0,,,,,,,,,,,,,,0,0,,,,,-1,,,0,0,0,0,,,,,,,,,,,,{server.Address},,tcp,,,,,,,,0,0,0,,,0,,0,0,0,0,0,0,0,0,1,1,-,0,0,0,,,,,,,,,,,,,,""";

    private static string Backend(HaProxyBackend backend, int iid, HaProxyInstance instance, DateTimeOffset now)
    {
        var up = backend.Servers.Count(server => server.Status != "DOWN");
        return $"""{backend.BackendName},BACKEND,0,0,0,0,200,0,0,0,0,0,,0,0,0,0,{(up > 0 ? "UP" : "DOWN")},{up},{up},0,,{(up > 0 ? 0 : 1)},{Seconds(now - instance.Started)},0,,1,{iid},0,,0,,1,0,,0,,,,,,,,,,,,,,0,0,0,0,0,0,-1,,,0,0,0,0,,,,,,,,,,,,,,tcp,leastconn,,,,,,,0,0,0,,,,,0,0,0,0,0,,,,,{up},-,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,""";
    }

    private static string Seconds(TimeSpan span) => ((long)span.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
