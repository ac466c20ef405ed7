using System.Globalization;
using System.Text;
using Acceptance.Cloud.Twin.World.HaProxy;

namespace Acceptance.Cloud.Twin.Personas.HaProxy;

/// <summary>
/// `show stat` of a process that read an edited file: every row field by field, by the names in the header (captures
/// haproxy24-*).
/// </summary>
internal sealed class ProcessTable(HaProxyProcess process)
{
    /// <summary>Words of a server line that the charms do not write, and that make states of their own.</summary>
    private static readonly string[] Beyond = ["track", "resolvers", "agent-check"];

    /// <summary>What a server's row counts: all zero.</summary>
    private const string ServerCounters =
        "qcur qmax scur smax stot bin bout dresp econ eresp wretr wredis lbtot rate rate_max "
        + "cli_abrt srv_abrt qtime ctime rtime ttime wrew connect reuse srv_icur qtime_max "
        + "ctime_max rtime_max ttime_max eint idle_conn_cur safe_conn_cur used_conn_cur "
        + "need_conn_est";

    /// <summary>What a backend's row counts: all zero.</summary>
    private const string BackendCounters =
        "qcur qmax scur smax stot bin bout dreq dresp econ eresp wretr wredis lbtot rate "
        + "rate_max cli_abrt srv_abrt comp_in comp_out comp_byp comp_rsp qtime ctime rtime ttime "
        + "wrew connect reuse qtime_max ctime_max rtime_max ttime_max eint";

    /// <summary>Columns that only a proxy in mode http fills.</summary>
    private const string Responses = "hrsp_1xx hrsp_2xx hrsp_3xx hrsp_4xx hrsp_5xx hrsp_other";

    private readonly string[] _columns = StatTable.Columns;

    public string Of()
    {
        var lines = process.Configuration.Proxies.SelectMany(proxy => proxy.Servers);
        if (Array.Find(Beyond, word => lines.Any(line => line.Has(word))) is { } word)
            throw new NotEmulatedException($"show stat of a server with {word}");
        process.Look();
        var text = new StringBuilder("# ").AppendJoin(',', _columns).Append(",\n");
        var iid = 2;
        foreach (var proxy in process.Configuration.Proxies)
        {
            if (proxy.IsFrontend)
                text.Append(Frontend(proxy, iid));
            var sid = 1;
            foreach (var server in process.Servers[proxy])
                text.Append(Server(proxy, server, iid, sid++));
            if (proxy.IsBackend)
                text.Append(Backend(proxy, iid));
            iid++;
        }

        return text.Append('\n').ToString();
    }

    private string Frontend(HaProxyProxy proxy, int iid)
    {
        var row = new Row(_columns, proxy, iid, 0);
        row.Zero(
            "scur smax stot bin bout dreq dresp ereq rate rate_lim rate_max req_rate req_rate_max "
                + "req_tot comp_in comp_out comp_byp comp_rsp conn_rate conn_rate_max conn_tot dcon dses "
                + "wrew eint"
        );
        row["svname"] = "FRONTEND";
        row["slim"] = "2000";
        row["status"] = "OPEN";
        if (proxy.Mode == "http")
            row.Zero($"{Responses} intercepted cache_lookups cache_hits");
        row.ZeroAfterDash();
        return row.ToString();
    }

    private string Server(HaProxyProxy proxy, HaProxyServerState server, int iid, int sid)
    {
        var row = new Row(_columns, proxy, iid, 2);
        row.Zero(ServerCounters);
        (row["svname"], row["status"], row["weight"], row["act"], row["bck"]) = (
            server.Line.Name,
            server.Status,
            $"{server.Weight}",
            server.Backup ? "0" : "1",
            server.Backup ? "1" : "0"
        );
        var changed = Seconds(process.Now - server.Changed);
        (row["lastchg"], row["sid"], row["lastsess"], row["uweight"]) = (changed, $"{sid}", "-1", $"{server.Weight}");
        if (server.Line.Has("check"))
            (row["chkfail"], row["chkdown"], row["downtime"]) = (
                $"{server.Failed}",
                $"{server.TimesDown}",
                server.Usable ? "0" : changed
            );
        if (server.Check is { } check)
            Checked(row, server, check);
        if (proxy.Mode == "http")
            row.Zero($"{Responses} req_tot");
        row["addr"] = $"{server.Line.Address}:{server.Line.Port}";
        row.Zero("ssl_sess ssl_reused_sess ssl_failed_handshake");
        return row.ToString();
    }

    private static void Checked(Row row, HaProxyServerState server, HaProxyCheck check)
    {
        (row["check_status"], row["check_code"], row["last_chk"], row["check_desc"]) = (
            check.Status,
            check.Code,
            check.Last,
            check.Description
        );
        if (check.Status != "INI")
            row["check_duration"] = check.Status.EndsWith("TOUT", StringComparison.Ordinal) ? "1001" : "0";
        (row["check_rise"], row["check_fall"], row["check_health"]) = (
            $"{server.Rise}",
            $"{server.Fall}",
            $"{server.Health}"
        );
    }

    private string Backend(HaProxyProxy proxy, int iid)
    {
        var row = new Row(_columns, proxy, iid, 1);
        row.Zero(BackendCounters);
        var servers = process.Servers[proxy];
        var usable = servers.Where(server => server.Usable && server.Weight > 0).ToList();
        var up = usable.Count > 0 || servers.Count == 0;
        var (active, backup) = (usable.Count(server => !server.Backup), usable.Count(server => server.Backup));
        (row["svname"], row["slim"], row["status"], row["weight"], row["act"], row["bck"]) = (
            "BACKEND",
            "200",
            up ? "UP" : "DOWN",
            $"{usable.Sum(server => server.Weight)}",
            $"{active}",
            $"{backup}"
        );
        (row["chkdown"], row["lastchg"], row["lastsess"], row["algo"], row["uweight"]) = (
            up ? "0" : "1",
            Seconds(process.Now - process.Started),
            "-1",
            proxy.Balance,
            $"{usable.Sum(server => server.Weight)}"
        );
        if (servers.Count > 0)
            row["downtime"] = up ? "0" : row["lastchg"];
        if (proxy.Mode == "http")
            row.Zero($"{Responses} req_tot cache_lookups cache_hits");
        row.ZeroAfterDash();
        return row.ToString();
    }

    private static string Seconds(TimeSpan span) => ((long)span.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    private sealed class Row
    {
        private readonly string[] _columns;
        private readonly string[] _fields;

        public Row(string[] columns, HaProxyProxy proxy, int iid, int type)
        {
            _columns = columns;
            _fields = [.. columns.Select(_ => "")];
            (this["pxname"], this["pid"], this["iid"], this["sid"], this["type"], this["mode"], this["-"]) = (
                proxy.Name,
                "1",
                $"{iid}",
                "0",
                $"{type}",
                proxy.Mode,
                "-"
            );
        }

        public string this[string column]
        {
            get => _fields[Array.IndexOf(_columns, column)];
            set => _fields[Array.IndexOf(_columns, column)] = value;
        }

        public void Zero(string columns)
        {
            foreach (var column in columns.Split(' '))
                this[column] = "0";
        }

        public void ZeroAfterDash()
        {
            for (var i = Array.IndexOf(_columns, "-") + 1; i < _fields.Length; i++)
                _fields[i] = "0";
        }

        public override string ToString() => string.Join(',', _fields) + ",\n";
    }
}
